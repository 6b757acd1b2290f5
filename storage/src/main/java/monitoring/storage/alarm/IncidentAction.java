package monitoring.storage.alarm;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What somebody did about an alarm; a row of {@code alarm_actions}.
 *
 * @param id empty while it is not kept
 * @param alarmId of the alarm
 * @param description in words, at most 65535 bytes
 * @param user who wrote it
 * @param at when it was written
 * @param editedAt when it was last changed, null if never
 */
public record IncidentAction(String id, String alarmId, String description, String user, Instant at,
        @Nullable Instant editedAt) {

    public IncidentAction {
        requireNonNull(id, "id");
        requireNonNull(alarmId, "alarmId");
        requireNonNull(user, "user");
        requireNonNull(at, "at");
        if (description.isBlank()) {
            throw new IllegalArgumentException("description: blank (expected: what was done)");
        }
    }

}
