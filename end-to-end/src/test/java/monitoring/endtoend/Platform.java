package monitoring.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

import monitoring.localservers.Child;
import monitoring.localservers.FreePort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The platform as {@code script/server} runs it, with what it says of itself. */
final class Platform implements AutoCloseable {

    /** How long a fresh platform may take until all is healthy, on two cores. */
    static final Duration FIRST_START = Duration.ofSeconds(240);

    private static final List<Integer> PORTS = List.of(8080, 2514, 2515, 9101, 9102, 9103, 9104, 8086, 9200, 3025, 3080,
            25555, 8444, 8445, 8446);

    private static final Duration STOP = Duration.ofSeconds(60);

    private final Child script;

    private final Path log;

    private final Properties endpoints;

    private final int offset;

    private Platform(Child script, Path log, Properties endpoints, int offset) {
        this.offset = offset;
        this.script = script;
        this.log = log;
        this.endpoints = endpoints;
    }

    /**
     * Starts the platform and waits until all of it is healthy.
     * @param data folder that is kept from start to start
     * @param offset added to every port
     * @param environment keys that differ from the defaults
     */
    static Platform start(Path data, int offset, Map<String, String> environment) {
        Path log = data.resolve("server.out");
        Path endpoints = data.resolve("endpoints.properties");
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(endpoints);
            Child script = Child
                .start(new Child.Spec("script/server",
                        List.of(Repository.root().resolve("script/server").toString(), "--demo", "--data",
                                data.toString(), "--port-offset", Integer.toString(offset)),
                        log)
                    .withEnvironment(environment));
            await("a healthy platform, see " + log).atMost(FIRST_START)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Files.exists(endpoints) || !script.isAlive());
            assertThat(script.isAlive()).as(() -> "script/server runs on; it said: " + read(log)).isTrue();
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(endpoints)) {
                properties.load(reader);
            }
            return new Platform(script, log, properties, offset);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** An offset at which the ports of the programs are free. */
    static int freeOffset() {
        for (int offset = 1000; offset < 35_000; offset += 500) {
            if (PORTS.stream().allMatch(freeAt(offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("port offset: none free (expected: one of 1000, 1500 .. 34500)");
    }

    private static Predicate<Integer> freeAt(int offset) {
        return (port) -> FreePort.isFree(port + offset);
    }

    /** What {@code endpoints.properties} says. */
    String endpoint(String key) {
        String value = this.endpoints.getProperty(key);
        assertThat(value).as("endpoints.properties: " + key).isNotBlank();
        return value;
    }

    URI uri(String key) {
        return URI.create(endpoint(key));
    }

    /** The simulated foundation's cloud controller. */
    URI cloudController() {
        return URI.create("http://127.0.0.1:" + (8445 + this.offset));
    }

    /** The simulated foundation's UAA. */
    URI uaa() {
        return URI.create("http://127.0.0.1:" + (8444 + this.offset));
    }

    int port(String key) {
        return Integer.parseInt(endpoint(key));
    }

    /** The process of each program that the platform started. */
    List<ProcessHandle> programs() {
        return this.endpoints.stringPropertyNames()
            .stream()
            .filter((key) -> key.startsWith("pid."))
            .map((key) -> ProcessHandle.of(Long.parseLong(endpoint(key))))
            .flatMap(Optional::stream)
            .toList();
    }

    String output() {
        return read(this.log);
    }

    /** Ends the platform as Ctrl-C does, and makes sure that nothing of it is left. */
    @Override
    public void close() {
        List<ProcessHandle> programs = programs();
        this.script.terminate();
        assertThat(this.script.endsWithin(STOP)).as(() -> "script/server ended; it said: " + output()).isTrue();
        assertThat(programs).as("programs left behind").noneMatch(ProcessHandle::isAlive);
        assertThat(PORTS).as("ports left behind").allMatch(freeAt(this.offset));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
