package monitoring.dashboard.policy;

import java.util.Optional;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetails;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Problems;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;

import org.springframework.stereotype.Component;

/**
 * What operators do to the alarm policies of apps; every change is audited. What is wrong
 * with a form is left in its problems.
 */
@Component
class AppPolicyEdits {

    private final PolicyStore policies;

    private final InventoryStore inventory;

    private final Audit audit;

    AppPolicyEdits(PolicyStore policies, InventoryStore inventory, Audit audit) {
        this.policies = policies;
        this.inventory = inventory;
        this.audit = audit;
    }

    AppAlarmPolicy find(String guid) {
        return this.policies.appAlarmPolicy(guid).orElseThrow(() -> new NotFoundException("app policy", guid));
    }

    /**
     * The policy of an app, empty where it has none of its own.
     * @throws NotFoundException if there is neither policy nor app
     */
    Optional<AppAlarmPolicy> known(String guid) {
        Optional<AppAlarmPolicy> known = this.policies.appAlarmPolicy(guid);
        if (known.isEmpty() && this.inventory.app(guid).isEmpty()) {
            throw new NotFoundException("app", guid);
        }
        return known;
    }

    /** Keeps the policy of an app; empty if something is wrong. */
    Optional<AppAlarmPolicy> keep(String guid, AppPolicyForm form, Problems problems) {
        Optional<AppAlarmPolicy> known = known(guid);
        return form.read(guid, problems).map((read) -> {
            this.policies.save(read, Audit.user());
            this.audit.record("app-policy.save", "app_alarm_policies/" + guid,
                    known.map((was) -> AuditDetails.of(read).since(AuditDetails.of(was)))
                        .orElseGet(() -> AuditDetails.of(read)));
            return read;
        });
    }

    void delete(String guid) {
        AppAlarmPolicy was = find(guid);
        this.policies.deleteAppAlarmPolicy(guid);
        this.audit.record("app-policy.delete", "app_alarm_policies/" + guid, AuditDetails.of(was));
    }

}
