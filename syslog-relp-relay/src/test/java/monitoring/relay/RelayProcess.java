package monitoring.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.localservers.Child;
import monitoring.localservers.HttpProbe;
import monitoring.localservers.platform.JobFlags;

/** The relay in a process of its own, so that it can be killed. */
final class RelayProcess implements AutoCloseable {

    private final Child child;

    private final int managementPort;

    private RelayProcess(Child child, int managementPort) {
        this.child = child;
        this.managementPort = managementPort;
    }

    /** Starts it as the last part of a command, which may be empty. */
    static RelayProcess start(List<String> before, Path folder, int port, int managementPort, List<String> keys) {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JobFlags.of("syslog-relp-relay"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Relay.class.getName()));
        List.of("--server.port=" + managementPort, "--server.address=127.0.0.1", "--relay.relp.host=127.0.0.1",
                "--relay.relp.port=" + port, "--relay.journal.directory=" + folder.resolve("journal"))
            .stream()
            .filter((preset) -> keys.stream().noneMatch((key) -> key.startsWith(preset.split("=")[0] + "=")))
            .forEach(command::add);
        command.addAll(keys);
        return new RelayProcess(Child
            .start(new Child.Spec("relay", command, folder.resolve("relay.log")).withEnvironment(JobFlags.ENVIRONMENT)),
                managementPort);
    }

    void awaitListening() {
        this.child.await(
                () -> HttpProbe.answers("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness"),
                Duration.ofSeconds(90));
    }

    /** One of its numbers; 0 while it has none. */
    double metric(String name) {
        return metric(name, "");
    }

    /** The same with a tag that has this value. */
    double metric(String name, String tagged) {
        try {
            String text = HttpClient.newHttpClient()
                .send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/prometheus"))
                    .build(), HttpResponse.BodyHandlers.ofString())
                .body();
            Matcher value = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*" + tagged + "[^}]*})? (\\S+)$").matcher(text);
            return value.find() ? Double.parseDouble(value.group(1)) : 0;
        }
        catch (IOException ex) {
            return 0;
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Largest resident memory so far, in MiB. */
    long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + this.child.pid() + "/status"))
            .stream()
            .filter((line) -> line.startsWith("VmHWM"))
            .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseThrow();
    }

    /** Whether it ends by itself in time. */
    boolean endsWithin(Duration time) {
        return this.child.endsWithin(time);
    }

    /** As {@code kill -9}. */
    void kill() {
        ProcessHandle.of(this.child.pid()).ifPresent(ProcessHandle::destroyForcibly);
        this.child.onExit().join();
    }

    @Override
    public void close() {
        this.child.close();
    }

}
