package monitoring.localservers;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class the SMTP inbox that all test classes of the JVM share; it is empty
 * when the class begins.
 */
public final class SmtpInboxExtension implements BeforeAllCallback {

    private static final SharedServer<SmtpInbox> shared = new SharedServer<>("SMTP inbox", () -> true,
            (folder) -> SmtpInbox.start(folder, 0, 0));

    @Override
    public void beforeAll(ExtensionContext context) {
        shared.require(context);
        shared.get().clear();
    }

    public SmtpInbox inbox() {
        return shared.get();
    }

    public String url() {
        return inbox().url();
    }

}
