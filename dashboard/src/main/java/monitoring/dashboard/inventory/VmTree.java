package monitoring.dashboard.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import monitoring.dashboard.inventory.Foundation.Vm;

/**
 * A deployment with its jobs and their VMs.
 *
 * @param deployment its name
 * @param counts how many of its VMs are in each state, on all pages
 * @param total how many VMs it has, on all pages
 * @param jobs those that this page shows; copied
 */
public record VmTree(String deployment, Map<TargetState, Integer> counts, int total, List<Group> jobs) {

    public VmTree {
        jobs = List.copyOf(jobs);
    }

    /**
     * The part of the tree that a page shows.
     * @param all VMs that fit, by which groups are counted
     * @param shown those of the page, in order of deployment and job
     */
    static List<VmTree> of(List<Vm> all, List<Vm> shown) {
        Map<String, List<Vm>> deployments = byDeployment(all);
        List<VmTree> tree = new ArrayList<>();
        Foundation.grouped(shown, (vm) -> vm.machine().deployment()).forEach((deployment, own) -> {
            List<Vm> whole = deployments.getOrDefault(deployment, own);
            tree.add(new VmTree(deployment, Foundation.counts(whole, Vm::state), whole.size(), jobs(whole, own)));
        });
        return tree;
    }

    private static List<Group> jobs(List<Vm> whole, List<Vm> shown) {
        Map<String, Long> totals = whole.stream()
            .collect(Collectors.groupingBy((vm) -> vm.machine().job(), Collectors.counting()));
        List<Group> jobs = new ArrayList<>();
        Foundation.grouped(shown, (vm) -> vm.machine().job())
            .forEach((job, vms) -> jobs.add(new Group(job, totals.getOrDefault(job, 0L), vms)));
        return jobs;
    }

    private static Map<String, List<Vm>> byDeployment(List<Vm> all) {
        Function<Vm, String> deployment = (vm) -> vm.machine().deployment();
        return all.stream().collect(Collectors.groupingBy(deployment));
    }

    /**
     * An instance group.
     *
     * @param name of it
     * @param total how many VMs it has, on all pages
     * @param vms those that this page shows; copied
     */
    public record Group(String name, long total, List<Vm> vms) {

        public Group {
            vms = List.copyOf(vms);
        }

    }

}
