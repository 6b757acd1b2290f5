package monitoring.dashboard.scaling;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.inventory.OfApps;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Problems;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Policies;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows and edits AutoScale policies, and what came of them. */
@Controller
@RequestMapping("/scaling")
class ScalingController {

    private final ScalingStore scaling;

    private final InventoryStore inventory;

    private final StoreWatch stores;

    private final ScalingEdits edits;

    private final Foundations foundations;

    ScalingController(ScalingStore scaling, InventoryStore inventory, StoreWatch stores, ScalingEdits edits,
            Foundations foundations) {
        this.foundations = foundations;
        this.scaling = scaling;
        this.inventory = inventory;
        this.stores = stores;
        this.edits = edits;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Turn turn, Model model) {
        Policies<ScalingPolicy> all = this.stores.ask(Store.RELATIONS, this.scaling::policies,
                new Policies<ScalingPolicy>(List.of(), List.of()));
        model.addAttribute("q", q);
        model.addAttribute("policies", OfApps.of(all.valid(), ScalingPolicy::appGuid, this.foundations.now(), q));
        model.addAttribute("rejected", all.rejected());
        events("", turn, model);
        return "scaling/list";
    }

    @GetMapping("/{guid}")
    String edit(@PathVariable String guid, Turn turn, Model model) {
        Optional<ScalingPolicy> known = this.scaling.policy(guid);
        if (known.isEmpty() && this.inventory.app(guid).isEmpty()) {
            throw new NotFoundException("app", guid);
        }
        model.addAttribute("form", known.map(ScalingForm::of).orElseGet(ScalingForm::fresh));
        model.addAttribute("known", known.isPresent());
        model.addAttribute("problems", new Problems());
        return form(guid, turn, model);
    }

    @PostMapping("/{guid}")
    String save(@PathVariable String guid, ScalingForm form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        Problems problems = new Problems();
        if (this.edits.keep(guid, form, problems).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", form);
            model.addAttribute("known", this.scaling.policy(guid).isPresent());
            model.addAttribute("problems", problems);
            return form(guid, new Turn(null, null, null), model);
        }
        redirect.addFlashAttribute("done", "scaling.saved");
        return "redirect:/scaling/" + guid;
    }

    @PostMapping("/{guid}/delete")
    String delete(@PathVariable String guid, RedirectAttributes redirect) {
        this.edits.delete(guid);
        redirect.addFlashAttribute("done", "scaling.deleted");
        return "redirect:/scaling";
    }

    private String form(String guid, Turn turn, Model model) {
        model.addAttribute("guid", guid);
        model.addAttribute("app", this.inventory.app(guid).orElse(new App(guid, guid, "", "", 0)));
        events(guid, turn, model);
        return "scaling/form";
    }

    private void events(String guid, Turn turn, Model model) {
        PageRequest request = turn.request(30);
        PageOf<ScalingEvent> events = this.stores.ask(Store.RELATIONS, () -> this.scaling.events(guid, request),
                new PageOf<ScalingEvent>(List.of(), 0));
        model.addAttribute("events", events.items());
        model.addAttribute("turns", Turns.of(events));
    }

}
