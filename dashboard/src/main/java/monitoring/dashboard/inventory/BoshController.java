package monitoring.dashboard.inventory;

import monitoring.dashboard.inventory.Foundation.Director;
import monitoring.dashboard.metric.Sparks;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Sorting;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.Origin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the BOSH directors, and one with its charts, processes, alarms and log lines. */
@Controller
@RequestMapping("/inventory/bosh")
class BoshController {

    private final Foundations foundations;

    private final Usages usages;

    private final Sparks sparks;

    private final VmDetails details;

    BoshController(Foundations foundations, Usages usages, Sparks sparks, VmDetails details) {
        this.foundations = foundations;
        this.usages = usages;
        this.sparks = sparks;
        this.details = details;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String sort,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        Foundation foundation = this.foundations.now();
        Usages.Usage usage = this.usages.of(Origin.BOSH);
        Sorting sorting = DirectorOrder.sorting(sort);
        model.addAttribute("directors", DirectorOrder.of(foundation.directors(), sorting, usage));
        model.addAttribute("sorting", sorting);
        model.addAttribute("usage", usage);
        model.addAttribute("sparks",
                this.sparks.cpu(Measurement.BOSH, foundation.directors().stream().map(Director::id).toList()));
        return htmx.isEmpty() ? "inventory/directors" : "inventory/directors :: rows";
    }

    @GetMapping("/{id}")
    String detail(@PathVariable String id, TimeChoice.Query time, Model model) {
        Director director = this.foundations.now()
            .director(id)
            .orElseThrow(() -> new NotFoundException("BOSH director", id));
        model.addAttribute("director", director);
        model.addAttribute("usage", this.usages.of(Origin.BOSH));
        this.details.add(Origin.BOSH, id, time, model);
        return "inventory/director";
    }

}
