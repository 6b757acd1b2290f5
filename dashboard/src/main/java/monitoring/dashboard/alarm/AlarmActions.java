package monitoring.dashboard.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetail;
import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What people do to alarms: take them, and say that they are over. */
@Component
public class AlarmActions {

    private final AlarmStore alarms;

    private final TransactionOperations transaction;

    private final Audit audit;

    private final Foundations foundations;

    private final Clock clock;

    AlarmActions(AlarmStore alarms, TransactionOperations transaction, Audit audit, Foundations foundations,
            Clock clock) {
        this.alarms = alarms;
        this.transaction = transaction;
        this.audit = audit;
        this.foundations = foundations;
        this.clock = clock;
    }

    /**
     * Says that somebody works on alarms; those that are not RAISED stay as they are.
     * @return how many were taken
     */
    public int acknowledge(List<String> ids, String note) {
        return acknowledge(ids, note, Audit.user());
    }

    /** The same for somebody who is not signed in. */
    int acknowledge(List<String> ids, String note, String user) {
        int taken = (int) ids.stream().filter((id) -> change(id, AlarmState.ACKNOWLEDGED, note, user)).count();
        this.foundations.changed();
        return taken;
    }

    /**
     * Says that alarms are over; those that are RESOLVED already stay as they are.
     * @return how many were resolved
     */
    public int resolve(List<String> ids, String note) {
        String user = Audit.user();
        int resolved = (int) ids.stream().filter((id) -> change(id, AlarmState.RESOLVED, note, user)).count();
        this.foundations.changed();
        return resolved;
    }

    private boolean change(String id, AlarmState state, String note, String user) {
        if (note.length() > 2000) {
            throw new InvalidInputException("note", note.length() + " characters", "at most 2000");
        }
        return Boolean.TRUE.equals(this.transaction.execute((status) -> {
            Alarm alarm = this.alarms.lock(id).orElseThrow(() -> new NotFoundException("alarm", id));
            boolean fits = (state == AlarmState.ACKNOWLEDGED) ? alarm.state() == AlarmState.RAISED
                    : alarm.state().isOpen();
            if (fits) {
                apply(alarm, state, note, user);
            }
            return fits;
        }));
    }

    private void apply(Alarm alarm, AlarmState state, String note, String user) {
        Instant now = this.clock.instant();
        boolean over = state == AlarmState.RESOLVED;
        Progress was = alarm.progress();
        Progress is = new Progress(was.startedAt(), was.raisedAt(),
                (was.acknowledgedAt() == null) ? now : was.acknowledgedAt(), over ? now : null, over ? user : null,
                was.breaches(), was.inRow(), was.notifiedAt());
        this.alarms.save(alarm.withState(state).withProgress(is));
        this.alarms.append(new AlarmEvent(alarm.id(), over ? AlarmEvent.Type.RESOLVED : AlarmEvent.Type.ACKNOWLEDGED,
                alarm.severity(), alarm.reading().value(), user, now, note));
        this.audit.record(user, over ? "alarm.resolve" : "alarm.acknowledge", "alarms/" + alarm.id(),
                AuditDetail.of("target", alarm.target().name()).with("resource", alarm.resource()));
    }

}
