package monitoring.batch.job;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import monitoring.batch.BatchProgram;
import monitoring.batch.notify.Notifier;
import monitoring.batch.notify.NotifyProperties;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One program for all the nights of a test class, each of which begins on empty tables.
 */
final class Nights implements BeforeAllCallback, AfterAllCallback {

    private BatchProgram program;

    @Override
    public void beforeAll(ExtensionContext context) {
        this.program = BatchProgram.atRest();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        this.program.close();
    }

    /** The program's defaults, with links to a dashboard, and with no Telegram. */
    static NotifyProperties notifyBy(String dashboard) {
        return new NotifyProperties(URI.create(dashboard), Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(15),
                5, 50, Duration.ofSeconds(10), Duration.ofHours(24), Duration.ofMinutes(1), Duration.ofHours(24),
                URI.create("http://127.0.0.1:9"));
    }

    BatchProgram program() {
        return this.program;
    }

    Night begin() {
        return new Night(this.program);
    }

    /** With a way to send that is real. */
    Night begin(Notifier notifier) {
        return new Night(this.program, List.of(notifier));
    }

}
