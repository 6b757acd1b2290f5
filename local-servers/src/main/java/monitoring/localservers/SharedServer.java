package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One server of a kind for all test classes of this JVM: started when the first one needs
 * it, stopped after the last one, its folder removed.
 *
 * @param <S> the server
 */
final class SharedServer<S extends AutoCloseable> implements AutoCloseable {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    private final String name;

    private final BooleanSupplier installed;

    private final Function<Path, S> start;

    private @Nullable S server;

    private @Nullable Path folder;

    SharedServer(String name, BooleanSupplier installed, Function<Path, S> start) {
        this.name = name;
        this.installed = installed;
        this.start = start;
    }

    /** Starts the server unless it runs, and has JUnit stop it at the end of the run. */
    void require(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(this.name, (name) -> this);
        if (!this.installed.getAsBoolean()) {
            String message = this.name + ": not installed (expected: installed; script/bootstrap does it)";
            if (Boolean.getBoolean("real-servers")) {
                throw new ServerStartException(message);
            }
            throw new TestAbortedException(message);
        }
        get();
    }

    synchronized S get() {
        if (this.server == null) {
            try {
                this.folder = Files.createTempDirectory("monitoring-test-");
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
            this.server = this.start.apply(this.folder);
        }
        return this.server;
    }

    @Override
    public synchronized void close() throws Exception {
        try {
            if (this.server != null) {
                this.server.close();
            }
        }
        finally {
            this.server = null;
            if (this.folder != null) {
                remove(this.folder);
                this.folder = null;
            }
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

}
