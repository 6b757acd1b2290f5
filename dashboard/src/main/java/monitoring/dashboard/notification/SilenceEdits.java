package monitoring.dashboard.notification;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetails;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;

import org.springframework.stereotype.Component;

/** Makes and ends silences; every change is audited. */
@Component
class SilenceEdits {

    private final SilenceStore silences;

    private final Audit audit;

    SilenceEdits(SilenceStore silences, Audit audit) {
        this.silences = silences;
        this.audit = audit;
    }

    Silence create(SilenceForm form) {
        Silence kept = this.silences.save(form.read(Audit.user(), Viewer.currentZone()));
        this.audit.record("silence.create", "silences/" + kept.id(), AuditDetails.of(kept));
        return kept;
    }

    Silence find(String id) {
        return this.silences.list()
            .stream()
            .filter((one) -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("silence", id));
    }

    void delete(String id) {
        Silence was = find(id);
        this.silences.delete(id);
        this.audit.record("silence.delete", "silences/" + id, AuditDetails.of(was));
    }

}
