package monitoring.localservers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import monitoring.localservers.ServerStartException;
import monitoring.localservers.SmtpInbox;

/** The main class behind {@code script/server}. */
public final class Platform {

    static final String ADMIN = "admin";

    /**
     * Megabytes without which the machine would swap or kill: what was measured, and some
     * air.
     */
    private static final int MEMORY = 2_000;

    private static final int MEMORY_OF_DEMO = 2_500;

    private final Options options;

    private final Progress progress;

    private final Supervisor supervisor;

    private Platform(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.supervisor = new Supervisor(progress, ControlGroups.of(options.portOffset()));
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            Options options = Options.parse(List.of(args), Jar.repository().resolve(".server-data"));
            new Platform(options, new Progress(System.out)).run();
        }
        catch (OptionException ex) {
            System.err.println(ex.getMessage());
            System.exit(2);
        }
    }

    private void run() throws InterruptedException {
        try {
            startAndWatch();
        }
        catch (ServerStartException ex) {
            if (!this.supervisor.isStopping()) {
                this.progress.print(ex.getMessage());
            }
            System.exit(1); // the hook stops what was started
        }
    }

    private void startAndWatch() throws InterruptedException {
        Ports ports = new Ports(this.options);
        Machine machine = new Machine(Path.of("/"));
        machine.requireInflux();
        machine.requireMemory(this.options.demo() ? MEMORY_OF_DEMO : MEMORY);
        DataFolder data = DataFolder.open(this.options.data());
        ports.requireFree();
        Path passwordFile = data.resolve("admin.password");
        boolean fresh = Files.notExists(passwordFile);
        String password = Secrets.passwordIn(passwordFile);
        Endpoints endpoints = new Endpoints(data, ports, password);
        forget(endpoints.file());
        Runtime.getRuntime().addShutdownHook(new Thread(this.supervisor::close, "stop"));
        start(ports, data, password);
        endpoints.write(this.supervisor.pids());
        new Welcome(this.progress, ports, data, this.options.demo()).print(password, fresh);
        this.supervisor.watch((part) -> endpoints.write(this.supervisor.pids()));
    }

    private void start(Ports ports, DataFolder data, String password) {
        Programs programs = new Programs(this.options, ports, data, password);
        // before anything starts: it fails when one is not built
        List<Part> last = programs.all();
        List<Part> first = new ArrayList<>(new Servers(ports, data).all());
        if (this.options.demo()) {
            first.add(programs.foundation());
        }
        SmtpInbox inbox = SmtpInbox.start(data.resolve("inbox"), ports.of(Port.SMTP), ports.of(Port.INBOX));
        this.progress.part("inbox", "is ready: " + inbox.url());
        this.supervisor.start(first);
        this.supervisor.start(last);
        if (!this.options.demo()) {
            Syslog syslog = new Syslog(ports, data);
            syslog.obstacle()
                .ifPresentOrElse((reason) -> this.progress.part("rsyslogd", "is not started: " + reason),
                        () -> this.supervisor.start(List.of(syslog.part())));
        }
    }

    /** What an earlier run wrote must not be taken for this one's. */
    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
