package monitoring.dashboard.incident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetail;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;

import org.springframework.stereotype.Component;

/** Keeps what people did about an alarm, in their words; every change is audited. */
@Component
class ActionEdits {

    private static final int LONGEST = 20_000;

    private final IncidentStore incidents;

    private final Audit audit;

    private final Clock clock;

    ActionEdits(IncidentStore incidents, Audit audit, Clock clock) {
        this.incidents = incidents;
        this.audit = audit;
        this.clock = clock;
    }

    IncidentAction find(String alarmId, String id) {
        return this.incidents.actionsOfAlarm(alarmId)
            .stream()
            .filter((one) -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("action", id));
    }

    IncidentAction create(String alarmId, String description) {
        IncidentAction kept = this.incidents
            .save(new IncidentAction("", alarmId, checked(description), Audit.user(), this.clock.instant(), null));
        this.audit.record("action.create", "alarm_actions/" + kept.id(), AuditDetail.of("alarm", alarmId));
        return kept;
    }

    IncidentAction edit(IncidentAction was, String description) {
        IncidentAction kept = this.incidents.save(new IncidentAction(was.id(), was.alarmId(), checked(description),
                was.user(), was.at(), this.clock.instant()));
        this.audit.record("action.edit", "alarm_actions/" + was.id(), "was: " + was.description());
        return kept;
    }

    void delete(IncidentAction was) {
        this.incidents.deleteAction(was.id());
        this.audit.record("action.delete", "alarm_actions/" + was.id(), "was: " + was.description());
    }

    private static String checked(String description) {
        if (description.isBlank()) {
            throw new InvalidInputException("description", "blank", "what was done");
        }
        if (description.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidInputException("description", description.length() + " characters",
                    "at most " + LONGEST + " bytes");
        }
        return description.strip();
    }

}
