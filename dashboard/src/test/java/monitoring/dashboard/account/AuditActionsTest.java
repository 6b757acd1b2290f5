package monitoring.dashboard.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written into the audit is offered by its page, in words. */
class AuditActionsTest {

    private static final Pattern RECORDED = Pattern
        .compile("(?:[aA]udit\\.record|return keep)\\(([^;]*?)(?:\"[a-z_-]+/?\"|\\);)", Pattern.DOTALL);

    private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)?\\.[a-z]+)\"");

    @Test
    void areAllThatTheProgramRecords() throws IOException {
        assertThat(recorded()).isEqualTo(new TreeSet<>(AuditActions.ALL));
    }

    @Test
    void haveWordsInBothLanguages() {
        for (Locale language : new Locale[] { Locale.ROOT, Locale.KOREAN }) {
            ResourceBundle words = ResourceBundle.getBundle("messages", language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(AuditActions.ALL)
                .allSatisfy((action) -> assertThat(words.getString("account.audit.action." + action)).isNotBlank());
        }
    }

    private static Set<String> recorded() throws IOException {
        Set<String> recorded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher call = RECORDED.matcher(Files.readString(file));
                while (call.find()) {
                    ACTION.matcher(call.group(1)).results().forEach((action) -> recorded.add(action.group(1)));
                }
            }
        }
        return recorded;
    }

}
