package monitoring.dashboard.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidFormException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a policy would have done, before it is saved, for programs. */
@RestController
@Tag(name = "Policies")
class TrialApiController {

    /** Alarms listed; all are counted. */
    private static final int LISTED = 1000;

    private final TrialForms forms;

    private final Trials trials;

    private final StoreWatch stores;

    TrialApiController(TrialForms forms, Trials trials, StoreWatch stores) {
        this.forms = forms;
        this.trials = trials;
        this.stores = stores;
    }

    /**
     * Runs a policy, and the one in force, over the real values of the past; changes
     * nothing. One trial at a time: 409 while another one runs.
     * @param id of the policy that is edited, empty for a new one
     * @param days how far back, 1 to 30
     */
    @PostMapping("/api/v1/policies/try")
    TrialView run(@RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "7") int days,
            @RequestBody PolicyForm form) {
        TrialForms.requireDays(days);
        Map<String, String> problems = PolicyForm.problems();
        AlarmPolicy policy = this.forms.read(id, form, problems).orElseThrow(() -> new InvalidFormException(problems));
        Trials.Answer answer = this.stores.require(Store.METRICS, () -> this.trials.run(policy, days))
            .orElseThrow(TrialApiController::busy);
        return TrialView.of(TrialPage.of(answer, Viewer.currentZone(), LISTED));
    }

    private static ErrorResponseException busy() {
        return new ErrorResponseException(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "trial: another one runs (expected: one at a time; ask again in a while)"), null);
    }

    /**
     * What a policy would have done.
     *
     * @param from begin of the time that was tried
     * @param to its end
     * @param step time between two values, ISO 8601
     * @param coarse whether that is coarser than the batch judges
     * @param shortened whether it is less time than was asked for
     * @param targets how many had values
     * @param edited what the policy would have done as it would be saved
     * @param saved what it would have done as it is in force, null for a new one
     * @param days alarms a day, in the account's zone
     * @param alarms those it would have raised, newest first, at most 1000
     */
    record TrialView(Instant from, Instant to, Duration step, boolean coarse, boolean shortened, int targets,
            TrialPage.Sum edited, TrialPage.@Nullable Sum saved, List<TrialPage.Day> days, List<TriedAlarm> alarms) {

        static TrialView of(TrialPage page) {
            return new TrialView(page.range().from(), page.range().to(), page.step(), page.coarse(), page.shortened(),
                    page.targets(), page.edited(), page.saved(), page.days(),
                    page.alarms().stream().map(TriedAlarm::of).toList());
        }

    }

    /**
     * An alarm that it would have raised.
     *
     * @param target of what
     * @param severity the worst it came to
     * @param peak the highest mean while it was open, in the unit of the resource
     * @param raisedAt when
     * @param resolvedAt when it was over, null if it still was open at the end
     * @param mails messages about it
     */
    record TriedAlarm(AlarmTarget target, Severity severity, double peak, Instant raisedAt,
            @Nullable Instant resolvedAt, int mails) {

        static TriedAlarm of(Outcome one) {
            return new TriedAlarm(one.target(), one.severity(), one.peak(), one.raisedAt(), one.resolvedAt(),
                    one.mails());
        }

    }

}
