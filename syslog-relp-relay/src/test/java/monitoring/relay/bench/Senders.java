package monitoring.relay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import monitoring.localservers.Child;

/** Starts what sends: a real rsyslogd with omrelp, and our load client. */
final class Senders {

    private final Path folder;

    private final TestAuthority authority;

    private int started;

    Senders(Path folder, TestAuthority authority) {
        this.folder = folder;
        this.authority = authority;
    }

    /** An rsyslogd that sends each line of a file, and what is appended to it. */
    Child omrelp(int port, Path lines, int window) throws IOException {
        Path work = Files.createDirectories(this.folder.resolve("omrelp-" + ++this.started));
        Path configuration = Files.writeString(work.resolve("rsyslog.conf"), """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imfile")
                module(load="omrelp")
                template(name="asItIs" type="string" string="%%msg%%")
                input(type="imfile" file="%2$s" tag="file" freshStartTail="off" ruleset="send")
                ruleset(name="send" queue.type="LinkedList" queue.size="200000" queue.dequeueBatchSize="1024") {
                  action(type="omrelp" template="asItIs" target="127.0.0.1" port="%3$d" windowSize="%4$d"
                         action.resumeRetryCount="-1" action.resumeInterval="1")
                }
                """.formatted(work, lines, port, window));
        return Child.start(new Child.Spec("omrelp",
                List.of("/usr/sbin/rsyslogd", "-n", "-iNONE", "-f", configuration.toString()), work.resolve("log")));
    }

    /** Answered messages a second; each connection sends so many. */
    double load(int port, int connections, int window, int messages) throws IOException, InterruptedException {
        return load(port, connections, window, messages, List.of());
    }

    double loadWithTls(int port, int window, int messages) throws IOException, InterruptedException {
        return load(port, 1, window, messages, List.of(this.authority.certificate("vm").toString(),
                this.authority.key("vm").toString(), this.authority.certificate("ca").toString()));
    }

    private double load(int port, int connections, int window, int messages, List<String> tls)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), RelpLoad.class.getName(), String.valueOf(port),
                String.valueOf(connections), String.valueOf(window), String.valueOf(messages)));
        command.addAll(tls);
        Path log = this.folder.resolve("load-" + ++this.started);
        try (Child child = Child.start(new Child.Spec("load", command, log))) {
            if (!child.endsWithin(Duration.ofMinutes(4)) || child.exitValue() != 0) {
                throw new IllegalStateException("The load client failed: " + Files.readString(log));
            }
        }
        return Double.parseDouble(Files.readString(log).strip());
    }

}
