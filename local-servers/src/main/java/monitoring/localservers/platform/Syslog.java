package monitoring.localservers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import monitoring.localservers.Child;

/**
 * An rsyslogd of our own that reads what this machine's rsyslog writes and sends it to
 * the relay.
 */
final class Syslog {

    private static final Path FILE = Path.of("/var/log/syslog");

    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/rsyslogd"), Path.of("/usr/bin/rsyslogd"));

    private final Ports ports;

    private final DataFolder data;

    Syslog(Ports ports, DataFolder data) {
        this.ports = ports;
        this.data = data;
    }

    /** Why this machine's syslog is not read; empty when it is. */
    Optional<String> obstacle() {
        if (!Files.isReadable(FILE)) {
            return Optional
                .of(FILE + " cannot be read (expected: rsyslog running, and the right to read what it writes)");
        }
        if (program().isEmpty()) {
            return Optional.of("rsyslogd is not installed (expected: the packages rsyslog and rsyslog-relp)");
        }
        return Optional.empty();
    }

    Part part() {
        String program = program().orElseThrow().toString();
        Path folder = this.data.resolve("rsyslog");
        List<String> command = List.of(program, "-n", "-iNONE", "-f", writeConfig(folder).toString());
        return new Part("rsyslogd", FILE.toString(), Part.Stage.SOURCE,
                () -> Child.start(new Child.Spec("rsyslogd", command, this.data.log("rsyslogd"))), () -> true);
    }

    private static Optional<Path> program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    private Path writeConfig(Path folder) {
        // The window is smaller than what makes omrelp itself lose a line when a session
        // breaks.
        String config = """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imfile")
                module(load="omrelp")
                template(name="asItIs" type="string" string="%%msg%%")
                input(type="imfile" file="%2$s" tag="syslog" freshStartTail="on" ruleset="send")
                ruleset(name="send") {
                  action(type="omrelp" target="127.0.0.1" port="%3$d" windowSize="1024" template="asItIs"
                         action.resumeRetryCount="-1" action.resumeInterval="2" queue.type="LinkedList")
                }
                """.formatted(folder, FILE, this.ports.of(Port.RELP));
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("rsyslog.conf"), config);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
