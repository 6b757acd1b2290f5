package monitoring.batch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.localservers.Child;
import monitoring.localservers.FreePort;

/** The batch program as it is deployed: its jar, in a JVM of its own. */
final class ProgramRun implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();

    private final int port = FreePort.find();

    private final Child child;

    /** Over points that end now. */
    ProgramRun(Path folder, List<String> jvm, List<String> keys) {
        this(folder, jvm, List.of("-jar", Deployed.jar("batch").toString()), keys);
    }

    /** Over points that ended then. */
    ProgramRun(Path folder, List<String> jvm, Instant end, List<String> keys) {
        this(folder, jvm,
                List.of("-Dloader.path=" + Path.of("target", "test-classes").toAbsolutePath(), "-cp",
                        Deployed.jar("batch").toString(), "org.springframework.boot.loader.launch.PropertiesLauncher",
                        "--spring.main.sources=" + PastPoints.class.getName(), "--bench.end=" + end),
                keys);
    }

    private ProgramRun(Path folder, List<String> jvm, List<String> program, List<String> keys) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(program);
        command.addAll(List.of("--server.port=" + this.port,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("batch")));
        keys.forEach((key) -> command.add("--" + key));
        this.child = Child
            .start(new Child.Spec("batch", command, folder.resolve("batch.log")).withEnvironment(Deployed.ENVIRONMENT));
    }

    /** How often the alarm job was completed. */
    long runs() {
        return (long) metric("spring_batch_job_seconds_count\\{[^}]*job_name=\"alarm\"[^}]*status=\"COMPLETED\"[^}]*}");
    }

    /** Waits until the alarm job was completed so often; fails when the program ends. */
    void awaitRuns(long runs) {
        this.child.await(() -> runs() >= runs, Duration.ofMinutes(15));
    }

    /** How long all its completed runs took together, in seconds. */
    double seconds() {
        return metric("spring_batch_job_seconds_sum\\{[^}]*job_name=\"alarm\"[^}]*status=\"COMPLETED\"[^}]*}");
    }

    /** The most memory that was resident, in MiB. */
    long peakMemory() throws IOException {
        return peakMemory(this.child.pid());
    }

    static long peakMemory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
            .stream()
            .filter((line) -> line.startsWith("VmHWM"))
            .mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseThrow();
    }

    private double metric(String pattern) {
        Matcher found = Pattern.compile("(?m)^" + pattern + " (\\S+)$").matcher(scrape());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private String scrape() {
        URI uri = URI.create("http://127.0.0.1:" + this.port + "/actuator/prometheus");
        try {
            return this.http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
        catch (IOException ex) {
            return ""; // not up yet
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        this.child.close();
    }

}
