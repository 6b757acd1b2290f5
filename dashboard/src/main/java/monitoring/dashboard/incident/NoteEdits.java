package monitoring.dashboard.incident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentNote;

import org.springframework.stereotype.Component;

/**
 * Keeps what people write about an incident as a whole, version by version; every change
 * is audited.
 */
@Component
class NoteEdits {

    private static final int LONGEST = 60_000;

    private final Assignments assignments;

    private final IncidentMemory memory;

    private final Audit audit;

    private final Clock clock;

    NoteEdits(Assignments assignments, IncidentMemory memory, Audit audit, Clock clock) {
        this.assignments = assignments;
        this.memory = memory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every version, newest first. */
    List<IncidentNote> versions(String id) {
        this.assignments.requireIncident(id);
        return this.memory.notes(id);
    }

    /** Keeps a new version; an empty one takes back what was written. */
    void append(String id, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidInputException("text", text.length() + " characters", "at most " + LONGEST + " bytes");
        }
        this.assignments.requireIncident(id);
        this.memory.append(new IncidentNote(id, text.strip(), Audit.user(), this.clock.instant()));
        this.audit.record("incident.note", "incidents/" + id, text.length() + " characters");
    }

}
