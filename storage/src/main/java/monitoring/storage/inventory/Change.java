package monitoring.storage.inventory;

import java.time.Instant;

import static java.util.Objects.requireNonNull;

/**
 * Something that people or pipelines did to the foundation.
 *
 * @param source who tells of it: name of the director, or {@code cf}
 * @param id its identity within the source
 * @param subject name of the deployment, or GUID of the app
 * @param words what was done
 * @param user who did it, empty where it is not known
 * @param at when
 */
public record Change(String source, String id, String subject, String words, String user, Instant at) {

    public Change {
        requireNonNull(source, "source");
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(words, "words");
        requireNonNull(user, "user");
        requireNonNull(at, "at");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of a change of " + subject + ": blank (expected: an identity)");
        }
    }

}
