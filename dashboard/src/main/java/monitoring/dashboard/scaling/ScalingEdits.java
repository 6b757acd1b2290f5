package monitoring.dashboard.scaling;

import java.util.Optional;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetails;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Problems;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;

import org.springframework.stereotype.Component;

/** What administrators do to scaling policies; every change is audited. */
@Component
class ScalingEdits {

    private final ScalingStore scaling;

    private final Audit audit;

    ScalingEdits(ScalingStore scaling, Audit audit) {
        this.scaling = scaling;
        this.audit = audit;
    }

    ScalingPolicy find(String guid) {
        return this.scaling.policy(guid).orElseThrow(() -> new NotFoundException("scaling policy", guid));
    }

    /** Keeps a policy; empty if something is wrong. */
    Optional<ScalingPolicy> keep(String guid, ScalingForm form, Problems problems) {
        if (guid.length() > 50) {
            throw new InvalidInputException("guid", guid, "at most 50 characters");
        }
        return form.read(guid, problems).map((read) -> {
            Optional<ScalingPolicy> was = this.scaling.policy(guid);
            ScalingPolicy kept = this.scaling.save(read, Audit.user());
            this.audit.record("scaling.save", "app_auto_scaling_policies/" + guid,
                    was.map((one) -> AuditDetails.of(read).since(AuditDetails.of(one)))
                        .orElseGet(() -> AuditDetails.of(read)));
            return kept;
        });
    }

    void delete(String guid) {
        ScalingPolicy was = find(guid);
        this.scaling.delete(guid);
        this.audit.record("scaling.delete", "app_auto_scaling_policies/" + guid, AuditDetails.of(was));
    }

}
