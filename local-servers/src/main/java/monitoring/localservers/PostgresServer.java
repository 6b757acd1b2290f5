package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The distribution's PostgreSQL as a child process with a data folder of its own, on
 * loopback. For tests.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

    private static final String USER = "monitoring";

    private static final String PASSWORD = "monitoring-of-tests";

    private final Child child;

    private final Path programs;

    private final int port;

    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(Child child, Path programs, int port) {
        this.child = child;
        this.programs = programs;
        this.port = port;
    }

    public static boolean isInstalled() {
        return programs().isPresent();
    }

    /** Makes an empty data folder, starts postgres on it and returns when it answers. */
    public static PostgresServer start(Path folder, int port) {
        Path programs = programs().orElseThrow(() -> new ServerStartException(
                "postgres: not installed (expected: the package postgresql; script/bootstrap installs it)"));
        int free = FreePort.require("PostgreSQL", port);
        Path root = folder.toAbsolutePath();
        List<String> privileges = privileges(root);
        initialize(programs, root, privileges);
        List<String> command = new ArrayList<>(
                List.of(programs.resolve("postgres").toString(), "-D", root.resolve("data").toString()));
        // tests need no durability, and share two cores and little memory
        Stream
            .of("listen_addresses=127.0.0.1", "port=" + free, "unix_socket_directories=", "fsync=off",
                    "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB", "timezone=UTC")
            .forEach((setting) -> command.addAll(List.of("-c", setting)));
        // INT ends the sessions of clients that are still there; with TERM it would wait
        // for them
        Child child = Child.start(new Child.Spec("postgres", command, Map.of(), root.resolve("postgres.log"),
                privileges, Child.Signal.INT));
        PostgresServer server = new PostgresServer(child, programs, free);
        child.awaitOrClose(server::isReady, START_LIMIT);
        return server;
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map((version) -> version.resolve("bin"))
                .filter((bin) -> Files.isExecutable(bin.resolve("postgres")))
                .max(Comparator.comparing(Path::toString));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * PostgreSQL refuses to run as root, so then the distribution's user does, and owns
     * the folder.
     */
    private static List<String> privileges(Path folder) {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        try {
            Files.createDirectories(folder);
            Files.setOwner(folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            return List.of("--reuid=postgres", "--regid=postgres", "--init-groups");
        }
        catch (IOException ex) {
            throw new ServerStartException("The folder of PostgreSQL cannot be given to the user postgres: " + folder,
                    ex);
        }
    }

    private static void initialize(Path programs, Path root, List<String> privileges) {
        Path password = root.resolve("password");
        List<String> command = new ArrayList<>(List.of(Command.require("setpriv", "util-linux")));
        command.addAll(privileges);
        command.addAll(List.of("--", programs.resolve("initdb").toString(), "-D", root.resolve("data").toString()));
        command.addAll(List.of("-U", USER, "--pwfile=" + password, "-A", "scram-sha-256"));
        command.addAll(List.of("-E", "UTF8", "--no-locale", "--no-sync"));
        try {
            Files.createDirectories(root);
            Files.writeString(password, PASSWORD);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        Output.of(command, Map.of()).orThrow("initdb");
    }

    /** Makes an empty database. */
    public Database newDatabase() {
        String name = "test" + this.databases.incrementAndGet();
        List<String> command = List.of(this.programs.resolve("createdb").toString(), "-h", "127.0.0.1", "-p",
                String.valueOf(this.port), "-U", USER, name);
        Output.of(command, Map.of("PGPASSWORD", PASSWORD)).orThrow("createdb " + name);
        return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, name), USER, PASSWORD);
    }

    private boolean isReady() {
        return Output
            .of(this.programs.resolve("pg_isready").toString(), "-h", "127.0.0.1", "-p", String.valueOf(this.port))
            .isSuccess();
    }

    public Child child() {
        return this.child;
    }

    @Override
    public void close() {
        this.child.close();
    }

    @Override
    public String toString() {
        return "PostgreSQL at 127.0.0.1:" + this.port;
    }

}
