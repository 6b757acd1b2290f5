package monitoring.endtoend;

import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The SMTP inbox of the platform, newest mail first. */
final class Inbox {

    private final URI uri;

    Inbox(Platform platform) {
        this.uri = URI.create(platform.endpoint("inbox.url") + "/messages");
    }

    /** Waits for a mail and gives it. */
    JsonNode await(String what, Duration patience, Predicate<JsonNode> wanted) {
        return Awaitility.await(what)
            .atMost(patience)
            .pollInterval(Duration.ofMillis(500))
            .until(() -> find(wanted), (found) -> !found.isMissingNode());
    }

    private JsonNode find(Predicate<JsonNode> wanted) {
        JsonNode mails = Http.get(this.uri);
        return StreamSupport.stream(mails.spliterator(), false)
            .filter(wanted)
            .findFirst()
            .orElseGet(() -> mails.path("none"));
    }

    static boolean says(JsonNode mail, String... words) {
        String text = mail.path("subject").asString() + "\n" + mail.path("text").asString();
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

}
