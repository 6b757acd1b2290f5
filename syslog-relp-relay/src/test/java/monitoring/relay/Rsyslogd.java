package monitoring.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import monitoring.localservers.Child;

/** A real rsyslogd as a child of the test, with a configuration of its own. */
final class Rsyslogd implements AutoCloseable {

    /** How long a sender waits before it begins a new session. */
    static final Duration RESUMES_AFTER = Duration.ofSeconds(1);

    private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");

    private final Child child;

    private Rsyslogd(Child child) {
        this.child = child;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Sends each line of a file as it is, over RELP; at most some thousand lines a
     * second, so that there is load while things fail.
     */
    static Rsyslogd sending(Path folder, Path lines, String target) throws IOException {
        return sending(List.of(), folder, lines, target);
    }

    /** The same as the last part of a command, which may be empty. */
    static Rsyslogd sending(List<String> before, Path folder, Path lines, String target) throws IOException {
        return start(before, folder, """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imfile")
                module(load="omrelp")
                template(name="asItIs" type="string" string="%%msg%%")
                input(type="imfile" file="%2$s" tag="file" freshStartTail="off" ruleset="send")
                ruleset(name="send" queue.type="LinkedList" queue.dequeueBatchSize="256"
                        queue.dequeueSlowdown="50000") {
                  action(type="omrelp" template="asItIs" windowSize="1024" queue.type="Direct"
                         action.resumeRetryCount="-1" action.resumeInterval="%4$d" %3$s)
                }
                """.formatted(folder, lines, target, RESUMES_AFTER.toSeconds()));
    }

    static Rsyslogd start(List<String> before, Path folder, String configuration) throws IOException {
        Path file = folder.resolve("rsyslog.conf");
        Files.writeString(file, configuration);
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(PROGRAM.toString(), "-n", "-iNONE", "-f", file.toString()));
        return new Rsyslogd(Child.start(new Child.Spec("rsyslogd", command, folder.resolve("rsyslogd.log"))));
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
