package monitoring.storage.alarm;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * What somebody wrote about an incident as a whole: what it was, why, and what is to be
 * done so that it does not come again. A version; the newest counts.
 *
 * @param incidentId of the incident
 * @param text Markdown, empty where it was taken back
 * @param user who wrote it
 * @param at when
 */
public record IncidentNote(String incidentId, String text, String user, Instant at) {

    public IncidentNote {
        requireNonNull(incidentId, "incidentId");
        requireNonNull(text, "text");
        requireNonNull(user, "user");
        requireNonNull(at, "at");
    }

}
