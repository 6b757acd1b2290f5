package monitoring.dashboard.policy;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.inventory.OfApps;
import monitoring.dashboard.web.Problems;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.Policies;
import monitoring.storage.policy.PolicyStore;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists and edits the alarm policies that apps have of their own, which PaaS-TA's portal
 * writes as well.
 */
@Controller
@RequestMapping("/policy/apps")
class AppPolicyController {

    private final PolicyStore policies;

    private final InventoryStore inventory;

    private final StoreWatch stores;

    private final AppPolicyEdits edits;

    private final Foundations foundations;

    AppPolicyController(PolicyStore policies, InventoryStore inventory, StoreWatch stores, AppPolicyEdits edits,
            Foundations foundations) {
        this.foundations = foundations;
        this.policies = policies;
        this.inventory = inventory;
        this.stores = stores;
        this.edits = edits;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        Policies<AppAlarmPolicy> all = this.stores.ask(Store.RELATIONS, this.policies::appAlarmPolicies,
                new Policies<AppAlarmPolicy>(List.of(), List.of()));
        model.addAttribute("q", q);
        model.addAttribute("policies", OfApps.of(all.valid(), AppAlarmPolicy::appGuid, this.foundations.now(), q));
        model.addAttribute("rejected", all.rejected());
        return "policy/apps";
    }

    @GetMapping("/{guid}")
    String edit(@PathVariable String guid, Model model) {
        Optional<AppAlarmPolicy> known = this.edits.known(guid);
        return form(guid, known.map(AppPolicyForm::of).orElseGet(AppPolicyForm::fresh), known.isPresent(),
                new Problems(), model);
    }

    @PostMapping("/{guid}")
    String save(@PathVariable String guid, AppPolicyForm form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        boolean known = this.edits.known(guid).isPresent();
        Problems problems = new Problems();
        if (this.edits.keep(guid, form, problems).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(guid, form, known, problems, model);
        }
        redirect.addFlashAttribute("done", "policy.app.saved");
        return "redirect:/policy/apps";
    }

    @PostMapping("/{guid}/delete")
    String delete(@PathVariable String guid, RedirectAttributes redirect) {
        this.edits.delete(guid);
        redirect.addFlashAttribute("done", "policy.app.deleted");
        return "redirect:/policy/apps";
    }

    private String form(String guid, AppPolicyForm form, boolean known, Problems problems, Model model) {
        model.addAttribute("guid", guid);
        model.addAttribute("app",
                this.stores.ask(Store.RELATIONS, () -> this.inventory.app(guid), Optional.<App>empty())
                    .orElse(new App(guid, guid, "", "", 0)));
        model.addAttribute("form", form);
        model.addAttribute("known", known);
        model.addAttribute("problems", problems);
        return "policy/app";
    }

}
