package monitoring.dashboard.policy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
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

/** Lists the thresholds and changes them. */
@Controller
@RequestMapping("/policy")
class PolicyController {

    private final PolicyStore policies;

    private final Foundations foundations;

    private final StoreWatch stores;

    private final PolicyEdits edits;

    PolicyController(PolicyStore policies, Foundations foundations, StoreWatch stores, PolicyEdits edits) {
        this.policies = policies;
        this.foundations = foundations;
        this.stores = stores;
        this.edits = edits;
    }

    @GetMapping
    String list(Model model) {
        Policies<AlarmPolicy> all = this.stores.ask(Store.RELATIONS, this.policies::alarmPolicies,
                new Policies<AlarmPolicy>(List.of(), List.of()));
        Map<Origin, List<AlarmPolicy>> byOrigin = new EnumMap<>(Origin.class);
        byOrigin.putAll(all.valid()
            .stream()
            .sorted(Comparator.comparing(AlarmPolicy::resource).thenComparing(AlarmPolicy::scope))
            .collect(Collectors.groupingBy(AlarmPolicy::origin)));
        model.addAttribute("byOrigin", byOrigin);
        model.addAttribute("rejected", all.rejected());
        return "policy/list";
    }

    /** With limits to begin with, which depend on the resource. */
    @GetMapping("/new")
    String create(@RequestParam(defaultValue = "VM") Origin origin,
            @RequestParam(defaultValue = "CPU") Resource resource, Model model) {
        PolicyForm form = PolicyForm.empty(origin, resource.isMeasuredOf(origin) ? resource : Resource.CPU);
        return form("", form, Map.of(), model);
    }

    @PostMapping("/new")
    String create(PolicyForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Map<String, String> problems = PolicyForm.problems();
        return answer(this.edits.create(form, problems), new Answer("", form, problems, model, response), redirect);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String id, Model model) {
        AlarmPolicy policy = this.edits.find(id);
        model.addAttribute("deletable", !policy.isPaasTas());
        return form(id, PolicyForm.of(policy), Map.of(), model);
    }

    @PostMapping("/{id}")
    String edit(@PathVariable String id, PolicyForm form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        AlarmPolicy was = this.edits.find(id);
        model.addAttribute("deletable", !was.isPaasTas());
        Map<String, String> problems = PolicyForm.problems();
        PolicyForm whole = new PolicyForm(was.origin(), was.resource(), was.scope(), form.warning(), form.critical(),
                form.measure(), form.repeat(), form.recovery(), form.raiseAfter(), form.resolveAfter(), form.comment());
        return answer(this.edits.edit(was, whole, problems), new Answer(id, whole, problems, model, response),
                redirect);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        this.edits.delete(id);
        redirect.addFlashAttribute("done", "policy.deleted");
        return "redirect:/policy";
    }

    private static String saved(RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", "policy.saved");
        return "redirect:/policy";
    }

    private String answer(Optional<AlarmPolicy> kept, Answer answer, RedirectAttributes redirect) {
        if (kept.isPresent()) {
            return saved(redirect);
        }
        answer.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(answer.id(), answer.form(), answer.problems(), answer.model());
    }

    private String form(String id, PolicyForm form, Map<String, String> problems, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("origins", List.of(Origin.BOSH, Origin.VM, Origin.CONTAINER));
        model.addAttribute("resources",
                Stream.of(Resource.values()).filter((one) -> one.isMeasuredOf(form.origin())).toList());
        model.addAttribute("deployments",
                this.foundations.now()
                    .vms()
                    .stream()
                    .map((vm) -> vm.machine().deployment())
                    .distinct()
                    .sorted()
                    .toList());
        return "policy/form";
    }

    /**
     * Where the answer to a form goes.
     *
     * @param id of the policy, empty for a new one
     * @param form what was filled in
     * @param problems what is wrong, by field
     * @param model of the page
     * @param response its status
     */
    private record Answer(String id, PolicyForm form, Map<String, String> problems, Model model,
            HttpServletResponse response) {
    }

}
