package monitoring.dashboard.policy;

import java.util.Map;
import java.util.Optional;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;

import org.springframework.stereotype.Component;

/** Reads which policy is to be tried: an edited one, or a new one. */
@Component
class TrialForms {

    private final PolicyStore policies;

    TrialForms(PolicyStore policies) {
        this.policies = policies;
    }

    /**
     * Holds whoever asks to the days that can be tried.
     * @throws InvalidInputException if there are fewer than 1 or more than 30
     */
    static void requireDays(int days) {
        if (days < 1 || days > 30) {
            throw new InvalidInputException("days", String.valueOf(days), "1 to 30");
        }
    }

    /**
     * The policy as it would be saved; empty if something is wrong.
     * @param id of the one that is edited, empty for a new one
     * @param problems filled with what is wrong, by field
     */
    Optional<AlarmPolicy> read(String id, PolicyForm form, Map<String, String> problems) {
        if (!id.isEmpty()) {
            AlarmPolicy was = this.policies.alarmPolicy(id).orElseThrow(() -> new NotFoundException("policy", id));
            return form.read(id, was.origin(), was.resource(), was.scope(), problems);
        }
        Origin origin = Optional.ofNullable(form.origin()).orElse(Origin.VM);
        Resource resource = Optional.ofNullable(form.resource()).orElse(Resource.CPU);
        String scope = (form.scope() == null) ? "" : form.scope().strip();
        return form.read("", origin, resource, scope, problems);
    }

}
