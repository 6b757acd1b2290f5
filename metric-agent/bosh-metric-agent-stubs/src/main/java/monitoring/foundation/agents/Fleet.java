package monitoring.foundation.agents;

import java.util.ArrayList;
import java.util.List;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.story.InstanceCounts;
import monitoring.foundation.story.Load;
import monitoring.foundation.story.Moment;

/**
 * Agents of all VMs, or of every n-th of them: one part of a fleet that several threads
 * share.
 */
final class Fleet {

    private final Load load;

    private final List<VmAgent> vms = new ArrayList<>();

    private final List<AppAgents> apps = new ArrayList<>();

    private long lastSecond;

    Fleet(Layout layout, Part part, boolean withProcesses) {
        this.load = new Load(layout);
        if (part.number() == 0) {
            this.vms.add(new VmAgent(layout.director(), true, withProcesses));
        }
        for (FoundationVm vm : layout.vms()) {
            if (vm.number() % part.parts() == part.number()) {
                this.vms.add(new VmAgent(vm, false, withProcesses));
            }
        }
        for (FoundationApp app : layout.apps()) {
            if (app.number() % part.parts() == part.number()) {
                this.apps.add(new AppAgents(app, new ArrayList<>(app.instances())));
            }
        }
    }

    /** Has every agent that is alive at a moment measure once. */
    void measure(Moment moment, InstanceCounts now, PointSink sink) {
        double seconds = (this.lastSecond == 0) ? 0 : Math.max(0, moment.second() - this.lastSecond);
        this.lastSecond = moment.second();
        sink.at(moment.second());
        for (VmAgent agent : this.vms) {
            if (moment.answers(agent.vm())) {
                agent.measure(moment, seconds, this.load, sink);
            }
        }
        for (AppAgents agents : this.apps) {
            int instances = moment.instances(agents.app(), now);
            for (int index = 0; index < instances; index++) {
                FoundationVm cell = moment.cellOf(agents.app(), index);
                if (cell != null) {
                    agents.of(index)
                        .measure(new ContainerAgent.Place(cell, moment, seconds), instances, this.load, sink);
                }
            }
        }
    }

    /**
     * Which part of a fleet.
     *
     * @param number 0 for the first
     * @param parts how many there are
     */
    record Part(int number, int parts) {
    }

    private record AppAgents(FoundationApp app, List<ContainerAgent> agents) {

        ContainerAgent of(int index) {
            while (this.agents.size() <= index) {
                this.agents.add(new ContainerAgent(this.app, this.agents.size()));
            }
            return this.agents.get(index);
        }

    }

}
