package monitoring.dashboard.policy;

import java.util.Map;
import java.util.Optional;

import monitoring.dashboard.web.Viewer;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.policy.AlarmPolicy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what a policy would have done, before it is saved. Changes nothing. */
@Controller
class TrialController {

    /** Alarms listed; all are counted. */
    private static final int LISTED = 200;

    private final TrialForms forms;

    private final Trials trials;

    TrialController(TrialForms forms, Trials trials) {
        this.forms = forms;
        this.trials = trials;
    }

    @PostMapping("/policy/try")
    String run(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "7") int days, PolicyForm form,
            Model model) {
        TrialForms.requireDays(days);
        Map<String, String> problems = PolicyForm.problems();
        Optional<AlarmPolicy> edited = this.forms.read(id, form, problems);
        model.addAttribute("problems", problems);
        model.addAttribute("days", days);
        edited.ifPresent((policy) -> show(policy, days, model));
        return "policy/trial :: trial";
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
