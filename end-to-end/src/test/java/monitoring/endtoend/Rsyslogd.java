package monitoring.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import monitoring.localservers.Child;

/**
 * A real rsyslogd that reads a file and sends its lines over RELP. Its window is smaller
 * than what makes omrelp itself lose a line when a session breaks.
 */
final class Rsyslogd implements AutoCloseable {

    private final Child process;

    private Rsyslogd(Child process) {
        this.process = process;
    }

    /**
     * Starts it.
     * @param folder empty, for its configuration and state
     * @param lines file of which each line is sent as it is
     * @param relpPort of the relay
     */
    static Rsyslogd start(Path folder, Path lines, int relpPort) throws IOException {
        Path configuration = folder.resolve("rsyslog.conf");
        Files.writeString(configuration, """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imfile")
                module(load="omrelp")
                template(name="asItIs" type="string" string="%%msg%%")
                input(type="imfile" file="%2$s" tag="file" freshStartTail="off" ruleset="send")
                ruleset(name="send" queue.type="LinkedList" queue.dequeueBatchSize="256") {
                  action(type="omrelp" target="127.0.0.1" port="%3$d" windowSize="1024" template="asItIs"
                         queue.type="Direct" action.resumeRetryCount="-1" action.resumeInterval="1")
                }
                """.formatted(folder, lines, relpPort));
        return new Rsyslogd(Child.start(new Child.Spec("rsyslogd",
                List.of("/usr/sbin/rsyslogd", "-n", "-iNONE", "-f", configuration.toString()),
                folder.resolve("rsyslogd.out"))));
    }

    @Override
    public void close() {
        this.process.stop(Duration.ofSeconds(20));
    }

}
