package monitoring.dashboard.inventory;

import java.util.List;

import monitoring.dashboard.inventory.Foundation.Vm;
import monitoring.dashboard.metric.Sparks;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Pager;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows all VMs, and one with its charts, processes, alarms and log lines. */
@Controller
@RequestMapping("/inventory")
class VmController {

    private final Foundations foundations;

    private final VmLists lists;

    private final Usages usages;

    private final Sparks sparks;

    private final VmDetails details;

    VmController(Foundations foundations, VmLists lists, Usages usages, Sparks sparks, VmDetails details) {
        this.foundations = foundations;
        this.lists = lists;
        this.usages = usages;
        this.sparks = sparks;
        this.details = details;
    }

    @GetMapping
    String list(VmQuery query, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        Foundation foundation = this.foundations.now();
        Usages.Usage usage = this.usages.of(Origin.VM);
        List<Vm> fitting = this.lists.of(query, foundation, usage);
        VmLists.Choice choice = this.lists.choice(foundation);
        PageRequest request = Pager.request(page, size);
        List<Vm> shown = Pager.part(fitting, request);
        model.addAttribute("query", query);
        model.addAttribute("sorting", query.sorting());
        model.addAttribute("tree", query.isTree() ? VmTree.of(fitting, shown) : List.of());
        model.addAttribute("vms", shown);
        model.addAttribute("usage", usage);
        model.addAttribute("sparks",
                this.sparks.cpu(Measurement.VM, shown.stream().map((vm) -> vm.machine().id()).toList()));
        model.addAttribute("pager", Pager.of(request, fitting.size()));
        model.addAttribute("counts", choice.counts());
        model.addAttribute("all", foundation.vms().size());
        model.addAttribute("zones", choice.zones());
        model.addAttribute("deployments", choice.deployments());
        return htmx.isEmpty() ? "inventory/vms" : "inventory/vms :: rows";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable String id, TimeChoice.Query time, Model model) {
        Vm vm = this.foundations.now().vm(id).orElseThrow(() -> new NotFoundException("VM", id));
        model.addAttribute("vm", vm);
        model.addAttribute("usage", this.usages.of(Origin.VM));
        this.details.add(Origin.VM, id, time, model);
        this.details.addJobs(id, model);
        return "inventory/vm";
    }

}
