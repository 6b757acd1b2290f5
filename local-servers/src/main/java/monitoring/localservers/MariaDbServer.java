package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The distribution's MariaDB as a child process with a data folder of its own, on
 * loopback. For tests.
 */
public final class MariaDbServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final String USER = "monitoring";

    private static final String PASSWORD = "monitoring-of-tests";

    private final Child child;

    private final int port;

    private final AtomicInteger databases = new AtomicInteger();

    private MariaDbServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    public static boolean isInstalled() {
        return Command.find("mariadbd").isPresent();
    }

    /**
     * Starts mariadbd and returns when it answers; with port 0 on a free port. Finds what
     * the folder already has.
     */
    public static MariaDbServer start(Path folder, int port) {
        int free = FreePort.require("MariaDB", port);
        Path data = folder.toAbsolutePath().resolve("data");
        if (!Files.exists(data)) {
            install(data);
        }
        Child child = Child.start(new Child.Spec("mariadbd", command(folder.toAbsolutePath(), data, free),
                folder.resolve("mariadbd.log")));
        MariaDbServer server = new MariaDbServer(child, free);
        child.awaitOrClose(() -> server.execute("SELECT 1").isSuccess(), START_LIMIT);
        return server;
    }

    private static void install(Path data) {
        List<String> command = new ArrayList<>(List.of(Command.require("mariadb-install-db", "mariadb-server"),
                "--no-defaults", "--skip-test-db", "--auth-root-authentication-method=normal", "--datadir=" + data));
        command.addAll(asRoot());
        Output.of(command, Map.of()).orThrow("mariadb-install-db");
    }

    private static List<String> command(Path folder, Path data, int port) {
        Path users = folder.resolve("users.sql");
        try {
            Files.writeString(users,
                    "CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';%nGRANT ALL ON *.* TO '%1$s'@'127.0.0.1';%n"
                        .formatted(USER, PASSWORD));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        List<String> command = new ArrayList<>(
                List.of(Command.require("mariadbd", "mariadb-server"), "--no-defaults", "--datadir=" + data));
        command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--socket=" + folder.resolve("sock")));
        command.addAll(List.of("--pid-file=" + folder.resolve("pid"), "--init-file=" + users, "--skip-name-resolve"));
        command.addAll(List.of("--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci"));
        // tests need no durability, and share two cores
        command.addAll(List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync",
                "--performance-schema=OFF"));
        command.addAll(asRoot());
        return command;
    }

    /** Without it mariadbd refuses to run as root. */
    private static List<String> asRoot() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();
    }

    /** Makes an empty database. */
    public Database newDatabase() {
        return database("test" + this.databases.incrementAndGet());
    }

    /** The database of a name, empty if it is new. */
    public Database database(String name) {
        execute("CREATE DATABASE IF NOT EXISTS " + name).orThrow("CREATE DATABASE " + name);
        return new Database("jdbc:mariadb://127.0.0.1:%d/%s".formatted(this.port, name), USER, PASSWORD);
    }

    private Output execute(String statement) {
        List<String> command = List.of(Command.require("mariadb", "mariadb-client"), "--no-defaults",
                "--host=127.0.0.1", "--port=" + this.port, "--user=" + USER, "--execute=" + statement);
        return Output.of(command, Map.of("MYSQL_PWD", PASSWORD));
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
        return "MariaDB at 127.0.0.1:" + this.port;
    }

}
