package monitoring.dashboard.policy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.account.Audit;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the thresholds and changes them. */
@Controller
@RequestMapping("/policy")
class PolicyController {

    private final PolicyStore policies;

    private final Foundations foundations;

    private final StoreWatch stores;

    private final Audit audit;

    PolicyController(PolicyStore policies, Foundations foundations, StoreWatch stores, Audit audit) {
        this.policies = policies;
        this.foundations = foundations;
        this.stores = stores;
        this.audit = audit;
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

    @GetMapping("/new")
    String create(Model model) {
        model.addAttribute("form", PolicyForm.empty());
        return form("", Map.of(), model);
    }

    @PostMapping("/new")
    String create(PolicyForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Map<String, String> problems = PolicyForm.problems();
        Origin origin = Optional.ofNullable(form.origin()).orElseThrow(() -> missing("origin"));
        Resource resource = Optional.ofNullable(form.resource()).orElseThrow(() -> missing("resource"));
        String scope = (form.scope() == null) ? "" : form.scope().strip();
        if (taken(origin, resource, scope)) {
            problems.put("scope", "policy.problem.taken");
        }
        return keep(form.read("", origin, resource, scope, problems), new Answer("", form, problems, model, response),
                redirect);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String id, Model model) {
        model.addAttribute("form", PolicyForm.of(find(id)));
        return form(id, Map.of(), model);
    }

    @PostMapping("/{id}")
    String edit(@PathVariable String id, PolicyForm form, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        AlarmPolicy was = find(id);
        Map<String, String> problems = PolicyForm.problems();
        PolicyForm whole = new PolicyForm(was.origin(), was.resource(), was.scope(), form.warning(), form.critical(),
                form.measure(), form.repeat(), form.recovery(), form.raiseAfter(), form.resolveAfter(), form.comment());
        return keep(whole.read(id, was.origin(), was.resource(), was.scope(), problems),
                new Answer(id, whole, problems, model, response), redirect);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        AlarmPolicy was = find(id);
        if (was.scope().isEmpty()) {
            throw new InvalidInputException("policy", id, "one of a deployment; that of all others can only be edited");
        }
        this.policies.deleteAlarmPolicy(id);
        this.audit.record("policy.delete", "alarm_policies/" + id, says(was));
        redirect.addFlashAttribute("done", "policy.deleted");
        return "redirect:/policy";
    }

    private String keep(Optional<AlarmPolicy> read, Answer answer, RedirectAttributes redirect) {
        if (read.isEmpty() || !answer.problems().isEmpty()) {
            answer.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            answer.model().addAttribute("form", answer.form());
            return form(answer.id(), answer.problems(), answer.model());
        }
        AlarmPolicy kept = this.policies.save(read.get(), Audit.user());
        this.audit.record("policy.save", "alarm_policies/" + kept.id(), says(kept));
        redirect.addFlashAttribute("done", "policy.saved");
        return "redirect:/policy";
    }

    private String form(String id, Map<String, String> problems, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("problems", problems);
        model.addAttribute("origins", List.of(Origin.BOSH, Origin.VM, Origin.CONTAINER));
        model.addAttribute("resources", List.of(Resource.CPU, Resource.MEMORY, Resource.DISK, Resource.ROOT_DISK));
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

    private boolean taken(Origin origin, Resource resource, String scope) {
        return this.policies.alarmPolicies()
            .valid()
            .stream()
            .anyMatch((one) -> one.origin() == origin && one.resource() == resource && one.scope().equals(scope));
    }

    private AlarmPolicy find(String id) {
        return this.policies.alarmPolicy(id).orElseThrow(() -> new NotFoundException("policy", id));
    }

    private static InvalidInputException missing(String name) {
        return new InvalidInputException(name, "nothing", "a value");
    }

    private static String says(AlarmPolicy policy) {
        return "%s %s %s: warning %s, critical %s, window %s, repeat %s".formatted(policy.origin(), policy.resource(),
                policy.scope(), policy.threshold().warning(), policy.threshold().critical(),
                policy.timing().measureTime(), policy.timing().repeatTime());
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
