package monitoring.localservers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import monitoring.localservers.Child;
import monitoring.localservers.FreePort;
import monitoring.localservers.HttpProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PlatformIT {

    @TempDir
    Path folder;

    private PlayedRepository repository;

    private int offset;

    private @Nullable Child platform;

    @BeforeEach
    void findPorts() throws IOException {
        this.repository = PlayedRepository.make(this.folder.resolve("repository"));
        this.offset = Stream.iterate(7, (number) -> number + 13)
            .filter((number) -> Stream.of(Port.values()).allMatch((port) -> FreePort.isFree(port.at(number))))
            .findFirst()
            .orElseThrow();
    }

    @AfterEach
    void kill() {
        if (this.platform != null) {
            this.platform.kill();
        }
    }

    @Test
    void startsStopsAndStartsAgain() throws Exception {
        start(Map.of());
        Properties first = awaitEndpoints();
        assertThat(first).containsEntry("dashboard.url", url(Port.DASHBOARD))
            .containsEntry("relay.relp.port", String.valueOf(Port.RELP.at(this.offset)))
            .containsEntry("smtp.port", String.valueOf(Port.SMTP.at(this.offset)))
            .containsEntry("admin.user", "admin")
            .containsKeys("influx.url", "elasticsearch.url", "inbox.url", "database.url", "admin.password", "pid.batch",
                    "pid.dashboard", "pid.elasticsearch", "pid.foundation", "pid.influxd", "pid.metric-agent",
                    "pid.syslog-relp-relay");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(endpoints()))).isEqualTo("rw-------");
        assertThat(HttpProbe.answers(first.getProperty("inbox.url") + "/messages")).isTrue();
        assertThat(log("dashboard")).contains("password given: true");
        assertThat(log("batch")).contains("password given: false");
        assertThat(said()).contains("All is healthy", "first password " + first.getProperty("admin.password"));

        terminate();
        assertThat(said()).containsSubsequence("dashboard          stopped", "batch              stopped",
                "influxd            stopped");
        assertNothingIsLeft(first);

        start(Map.of());
        Properties second = awaitEndpoints();
        assertThat(second.getProperty("admin.password")).isEqualTo(first.getProperty("admin.password"));
        assertThat(said()).doesNotContain(second.getProperty("admin.password"));
        terminate();
    }

    @Test
    void stopsHalfWayThroughTheStart() throws Exception {
        start(Map.of("PLAYED_ILLNESS", String.valueOf(Port.BATCH.at(this.offset))));
        await().atMost(Duration.ofMinutes(2)).until(() -> said().contains("dashboard          is ready"));
        List<ProcessHandle> programs = ProcessHandle.of(platform().pid()).orElseThrow().descendants().toList();
        assertThat(programs).hasSizeGreaterThanOrEqualTo(7);

        terminate();

        assertThat(programs).noneMatch(ProcessHandle::isAlive);
        assertThat(endpoints()).doesNotExist();
        assertThat(said()).doesNotContain("exit code");
    }

    @Test
    void endsWhenAProgramDoesNotStart() throws Exception {
        start(Map.of("PLAYED_FAILURE", String.valueOf(Port.RELAY.at(this.offset))));

        assertThat(platform().endsWithin(Duration.ofSeconds(120))).isTrue();

        assertThat(platform().exitValue()).isEqualTo(1);
        assertThat(said()).contains("syslog-relp-relay ended with exit code 1; its log " + data(), "played.key: wrong");
        assertThat(Stream.of(Port.values())).allMatch((port) -> FreePort.isFree(port.at(this.offset)));
    }

    @Test
    void nothingOutlivesAKilledPlatform() throws Exception {
        start(Map.of());
        Properties endpoints = awaitEndpoints();

        platform().kill();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertNothingIsLeft(endpoints));
    }

    @Test
    void refusesAFolderThatAnotherPlatformUses() throws Exception {
        DataFolder.open(data());

        start(Map.of());

        assertThat(platform().endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(platform().exitValue()).isEqualTo(1);
        assertThat(said())
            .isEqualTo("--data: " + data() + " is in use by another script/server (expected: one at a time)\n");
    }

    private void start(Map<String, String> environment) throws IOException {
        Files.deleteIfExists(this.folder.resolve("said"));
        List<String> command = this.repository.platform("--demo", "--data", data().toString(), "--port-offset",
                String.valueOf(this.offset));
        // a child, so that it does not outlive this test when somebody kills it
        this.platform = Child
            .start(new Child.Spec("platform", command, this.folder.resolve("said")).withEnvironment(environment));
    }

    private Child platform() {
        return Objects.requireNonNull(this.platform);
    }

    private Properties awaitEndpoints() throws IOException {
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(endpoints()) || !platform().isAlive());
        assertThat(platform().isAlive()).as(said()).isTrue();
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(endpoints())) {
            properties.load(in);
        }
        await().until(() -> said().contains("Ctrl-C stops all of it."));
        return properties;
    }

    private void terminate() throws Exception {
        platform().terminate();
        assertThat(platform().endsWithin(Duration.ofSeconds(25))).as(said()).isTrue();
    }

    private void assertNothingIsLeft(Properties endpoints) {
        assertThat(endpoints.stringPropertyNames()).filteredOn((key) -> key.startsWith("pid."))
            .noneMatch((key) -> ProcessHandle.of(Long.parseLong(endpoints.getProperty(key))).isPresent());
        assertThat(Stream.of(Port.values())).allMatch((port) -> FreePort.isFree(port.at(this.offset)));
    }

    private String url(Port port) {
        return "http://127.0.0.1:" + port.at(this.offset);
    }

    private Path data() {
        return this.folder.resolve("data");
    }

    private Path endpoints() {
        return data().resolve("endpoints.properties");
    }

    private String log(String part) throws IOException {
        return Files.readString(data().resolve("logs").resolve(part + ".log"));
    }

    private String said() throws IOException {
        return Files.readString(this.folder.resolve("said"));
    }

}
