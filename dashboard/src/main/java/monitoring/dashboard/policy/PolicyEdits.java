package monitoring.dashboard.policy;

import java.util.Map;
import java.util.Optional;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;

import org.springframework.stereotype.Component;

/**
 * What administrators do to policies; every change is audited. What is wrong with a form
 * is left in its problems.
 */
@Component
class PolicyEdits {

    private final PolicyStore policies;

    private final Audit audit;

    PolicyEdits(PolicyStore policies, Audit audit) {
        this.policies = policies;
        this.audit = audit;
    }

    AlarmPolicy find(String id) {
        return this.policies.alarmPolicy(id).orElseThrow(() -> new NotFoundException("policy", id));
    }

    Optional<AlarmPolicy> create(PolicyForm form, Map<String, String> problems) {
        Origin origin = Optional.ofNullable(form.origin()).orElseThrow(() -> missing("origin"));
        Resource resource = Optional.ofNullable(form.resource()).orElseThrow(() -> missing("resource"));
        String scope = (form.scope() == null) ? "" : form.scope().strip();
        if (scope.length() > 255) {
            problems.put("scope", "policy.problem.long");
        }
        else if (taken(origin, resource, scope)) {
            problems.put("scope", "policy.problem.taken");
        }
        return keep(form.read("", origin, resource, scope, problems), problems);
    }

    Optional<AlarmPolicy> edit(AlarmPolicy was, PolicyForm form, Map<String, String> problems) {
        return keep(form.read(was.id(), was.origin(), was.resource(), was.scope(), problems), problems);
    }

    void delete(String id) {
        AlarmPolicy was = find(id);
        if (was.isPaasTas()) {
            throw new InvalidInputException("policy", id,
                    "another than PaaS-TA's for CPU, memory and disk of all; these can only be edited");
        }
        this.policies.deleteAlarmPolicy(id);
        this.audit.record("policy.delete", "alarm_policies/" + id, says(was));
    }

    private Optional<AlarmPolicy> keep(Optional<AlarmPolicy> read, Map<String, String> problems) {
        if (read.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        AlarmPolicy kept = this.policies.save(read.get(), Audit.user());
        this.audit.record("policy.save", "alarm_policies/" + kept.id(), says(kept));
        return Optional.of(kept);
    }

    private boolean taken(Origin origin, Resource resource, String scope) {
        return this.policies.alarmPolicies()
            .valid()
            .stream()
            .anyMatch((one) -> one.origin() == origin && one.resource() == resource && one.scope().equals(scope));
    }

    private static InvalidInputException missing(String name) {
        return new InvalidInputException(name, "nothing", "a value");
    }

    private static String says(AlarmPolicy policy) {
        return "%s %s %s: warning %s, critical %s, window %s, repeat %s".formatted(policy.origin(), policy.resource(),
                policy.scope(), policy.threshold().warning(), policy.threshold().critical(),
                policy.timing().measureTime(), policy.timing().repeatTime());
    }

}
