package monitoring.dashboard.notification;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How what the batch kept of a message is read. */
class AttemptTest {

    @Test
    void tellsAttemptsApartAndKeepsWordsOfManyLines() {
        assertThat(Attempt.of("""
                waits for its group until 2026-11-21T02:11:00Z
                2026-11-21T02:11:01.5Z 451 4.7.1 try again
                later
                2026-11-21T02:12:01Z 250 2.0.0 Ok: queued as 4711""")).containsExactly(
                new Attempt(null, "waits for its group until 2026-11-21T02:11:00Z"),
                new Attempt(Instant.parse("2026-11-21T02:11:01.5Z"), "451 4.7.1 try again\nlater"),
                new Attempt(Instant.parse("2026-11-21T02:12:01Z"), "250 2.0.0 Ok: queued as 4711"));
        assertThat(Attempt.of("")).isEmpty();
    }

}
