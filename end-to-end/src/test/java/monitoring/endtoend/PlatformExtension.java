package monitoring.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one platform that all of them share; it stops when the last is done.
 */
final class PlatformExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
        .create(PlatformExtension.class);

    /** How often values are compared with policies. */
    static final Duration ALARM_INTERVAL = Duration.ofSeconds(5);

    /** How often the outbox is looked into. */
    static final Duration NOTIFICATION_INTERVAL = Duration.ofSeconds(2);

    /**
     * Short intervals, so that a test waits seconds for what takes minutes in production;
     * and the month of samples that the demo begins with is condensed without haste.
     */
    static final Map<String, String> QUICK = Map.of("BATCH_ALARM_INTERVAL", seconds(ALARM_INTERVAL),
            "BATCH_NOTIFICATION_INTERVAL", seconds(NOTIFICATION_INTERVAL), "BATCH_SCALING_INTERVAL", "5s",
            "BATCH_INVENTORY_INTERVAL", "10s", "DASHBOARD_UAA_RECHECK", "2s", "BATCH_UPKEEP_ROLLUP_SHARE", "0.1");

    private static String seconds(Duration interval) {
        return interval.toSeconds() + "s";
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Shared.class, (key) -> new Shared(), Shared.class).platform;
    }

    private static final class Shared implements AutoCloseable {

        private final Path data;

        private final Platform platform;

        private Shared() {
            try {
                this.data = Files.createTempDirectory("paas-monitoring-e2e");
            }
            catch (IOException ex) {
                throw new java.io.UncheckedIOException(ex);
            }
            this.platform = Platform.start(this.data, Platform.freeOffset(), QUICK);
        }

        @Override
        public void close() throws IOException {
            this.platform.close();
            try (var files = Files.walk(this.data)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

    }

}
