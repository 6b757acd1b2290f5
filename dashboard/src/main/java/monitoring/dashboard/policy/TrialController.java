package monitoring.dashboard.policy;

import java.util.Map;
import java.util.Optional;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what a policy would have done, before it is saved. Changes nothing. */
@Controller
class TrialController {

    /** Alarms listed; all are counted. */
    private static final int LISTED = 200;

    private final PolicyStore policies;

    private final Trials trials;

    TrialController(PolicyStore policies, Trials trials) {
        this.policies = policies;
        this.trials = trials;
    }

    @PostMapping("/policy/try")
    String run(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "7") int days, PolicyForm form,
            Model model) {
        if (days < 1 || days > 30) {
            throw new InvalidInputException("days", String.valueOf(days), "1 to 30");
        }
        Map<String, String> problems = PolicyForm.problems();
        Optional<AlarmPolicy> edited = read(id, form, problems);
        model.addAttribute("problems", problems);
        model.addAttribute("days", days);
        edited.ifPresent((policy) -> show(policy, days, model));
        return "policy/trial :: trial";
    }

    private Optional<AlarmPolicy> read(String id, PolicyForm form, Map<String, String> problems) {
        if (!id.isEmpty()) {
            AlarmPolicy was = this.policies.alarmPolicy(id).orElseThrow(() -> new NotFoundException("policy", id));
            return form.read(id, was.origin(), was.resource(), was.scope(), problems);
        }
        Origin origin = Optional.ofNullable(form.origin()).orElse(Origin.VM);
        Resource resource = Optional.ofNullable(form.resource()).orElse(Resource.CPU);
        if (!resource.isMeasuredOf(origin)) {
            problems.put("resource", "policy.problem.unmeasured");
        }
        String scope = (form.scope() == null) ? "" : form.scope().strip();
        return form.read("", origin, resource, scope, problems);
    }

    private void show(AlarmPolicy policy, int days, Model model) {
        model.addAttribute("policy", policy);
        try {
            Optional<Trials.Answer> answer = this.trials.run(policy, days);
            model.addAttribute("busy", answer.isEmpty());
            answer.ifPresent((given) -> model.addAttribute("trial", TrialPage.of(given, Viewer.currentZone(), LISTED)));
        }
        catch (MetricStoreException ex) {
            model.addAttribute("away", String.valueOf(ex.getMessage()));
        }
    }

}
