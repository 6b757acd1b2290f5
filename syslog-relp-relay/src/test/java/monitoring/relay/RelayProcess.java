package monitoring.relay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import monitoring.localservers.Child;
import monitoring.localservers.HttpProbe;

/** The relay in a process of its own, so that it can be killed. */
final class RelayProcess implements AutoCloseable {

    private final Child child;

    private final int managementPort;

    private RelayProcess(Child child, int managementPort) {
        this.child = child;
        this.managementPort = managementPort;
    }

    static RelayProcess start(Path folder, int port, int managementPort, List<String> keys) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Relay.class.getName(),
                "--server.port=" + managementPort, "--server.address=127.0.0.1", "--relay.relp.host=127.0.0.1",
                "--relay.relp.port=" + port, "--relay.journal.directory=" + folder.resolve("journal")));
        command.addAll(keys);
        return new RelayProcess(Child.start(new Child.Spec("relay", command, folder.resolve("relay.log"))),
                managementPort);
    }

    void awaitListening() {
        this.child.await(
                () -> HttpProbe.answers("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness"),
                Duration.ofSeconds(90));
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
