package monitoring.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.Page;

/**
 * What axe-core finds wrong with a page for people who do not see it, or not well: what
 * it calls serious or critical.
 */
final class Accessibility {

    private static final String FIND = """
            () => axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations
                .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                .flatMap((one) => one.nodes.slice(0, 3).map((node) => one.id + ' at ' + node.target.join(' ') + ': '
                    + [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; '))))
            """;

    private static final String SCRIPT = script();

    private Accessibility() {
    }

    /** One line a fault; empty where there is none. */
    @SuppressWarnings("unchecked") // the script gives strings
    static List<String> faultsOf(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(FIND);
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"),
                "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
