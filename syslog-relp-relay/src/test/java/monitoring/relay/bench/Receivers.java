package monitoring.relay.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import monitoring.localservers.Child;
import monitoring.localservers.FreePort;
import monitoring.localservers.platform.JobFlags;
import monitoring.relay.Relay;

/**
 * Starts what is compared: our relay, and rsyslog's imrelp in its ways to keep messages.
 */
final class Receivers {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    private final Path folder;

    private final TestAuthority authority;

    private int started;

    Receivers(Path folder, TestAuthority authority) {
        this.folder = folder;
        this.authority = authority;
    }

    /**
     * The relay as the BOSH job starts it: each message is synced before it is answered.
     */
    Receiver relay(String elasticsearch) throws IOException {
        return relay(elasticsearch, 2514, List.of());
    }

    Receiver relayWithTls() throws IOException {
        return relay("http://127.0.0.1:9", 2515,
                List.of("--relay.tls.certificate=" + this.authority.certificate("relay"),
                        "--relay.tls.private-key=" + this.authority.key("relay"),
                        "--relay.tls.ca=" + this.authority.certificate("ca"),
                        "--relay.tls.permitted-peers=*.cell.example.net"));
    }

    private Receiver relay(String elasticsearch, int port, List<String> keys) throws IOException {
        Path work = newFolder("relay");
        int management = FreePort.find();
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(JobFlags.of("syslog-relp-relay"));
        Stream.of(System.getProperty("bench.jvm", "").split(" "))
            .filter((flag) -> !flag.isEmpty())
            .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Relay.class.getName(),
                "--server.port=" + management, "--server.address=127.0.0.1", "--relay.relp.host=127.0.0.1",
                "--relay.journal.max-size=16GB", "--relay.journal.directory=" + work.resolve("journal"),
                "--monitoring.elasticsearch.url=" + elasticsearch));
        command.addAll(keys);
        Stream.of(System.getProperty("bench.keys", "").split(","))
            .filter((key) -> !key.isEmpty())
            .forEach(command::add);
        Child child = Child
            .start(new Child.Spec("relay", command, work.resolve("log")).withEnvironment(JobFlags.ENVIRONMENT));
        child.await(() -> prometheus(management, "relay_journal_taking") == 1, PATIENCE);
        return new Receiver(child, port, () -> prometheus(management, "relay_journal_kept_total"));
    }

    /** The relay's RELP and TLS with nothing behind them. */
    Receiver noOpWithTls() throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(JobFlags.of("syslog-relp-relay"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NoOpReceiver.class.getName(), "2515",
                this.authority.certificate("relay").toString(), this.authority.key("relay").toString(),
                this.authority.certificate("ca").toString()));
        Child child = Child.start(new Child.Spec("no-op", command, newFolder("no-op").resolve("log")));
        child.await(() -> listens(2515), PATIENCE);
        return new Receiver(child, 2515, () -> 0);
    }

    /** Answers when a message is in memory, as imrelp does by default. */
    Receiver imrelpInMemory() throws IOException {
        return imrelpToFile("queue.type=\"LinkedList\" queue.size=\"200000\"");
    }

    /** Closest to an answer after the sync that it can do. */
    Receiver imrelpSynced() throws IOException {
        return imrelpToFile("""
                queue.type="Disk" queue.filename="kept" queue.spoolDirectory="%s" queue.syncQueueFiles="on"
                queue.checkpointInterval="1" """.formatted(newFolder("queue")));
    }

    private Receiver imrelpToFile(String queue) throws IOException {
        Path received = newFolder("received").resolve("file");
        return imrelp(2514, "", queue, """
                action(type="omfile" file="%s" template="raw" asyncWriting="off")""".formatted(received),
                () -> Goals.size(received) / (RelpLoad.LENGTH + 1));
    }

    Receiver imrelpWithTls() throws IOException {
        String tls = """
                tls="on" tls.cacert="%s" tls.mycert="%s" tls.myprivkey="%s" tls.authmode="name"
                tls.permittedpeer=["vm1.cell.example.net"]""".formatted(this.authority.certificate("ca"),
                this.authority.certificate("relay"), this.authority.key("relay"));
        return imrelp(2515, tls, "queue.type=\"LinkedList\" queue.size=\"200000\"",
                "action(type=\"omfile\" file=\"/dev/null\" template=\"raw\")", () -> 0);
    }

    /** With a memory queue and without ids, into the index {@code peer}. */
    Receiver imrelpToElasticsearch(int elasticsearchPort, LongSupplier kept) throws IOException {
        String action = """
                action(type="omelasticsearch" server="127.0.0.1" serverport="%d" template="document"
                       searchIndex="peer" searchType="_doc" bulkmode="on" maxbytes="100m"
                       action.resumeRetryCount="-1" queue.type="LinkedList" queue.size="100000"
                       queue.dequeueBatchSize="2000" queue.workerThreads="2")""".formatted(elasticsearchPort);
        return imrelp(2514, "", "queue.type=\"LinkedList\" queue.size=\"200000\"", action, kept);
    }

    private Receiver imrelp(int port, String tls, String queue, String action, LongSupplier kept) throws IOException {
        Path work = newFolder("imrelp");
        Path configuration = Files.writeString(work.resolve("rsyslog.conf"), """
                global(workDirectory="%s" maxMessageSize="64k")
                module(load="imrelp")
                module(load="omelasticsearch")
                template(name="raw" type="string" string="%%rawmsg%%\\n")
                template(name="document" type="list") {
                  constant(value="{")
                  property(name="timereported" dateFormat="rfc3339" format="jsonf" outname="@timestamp")
                  constant(value=",") property(name="msg" format="jsonf" outname="message")
                  constant(value=",") property(name="hostname" format="jsonf" outname="host")
                  constant(value=",") property(name="app-name" format="jsonf" outname="program")
                  constant(value=",") property(name="syslogseverity-text" format="jsonf" outname="severity")
                  constant(value=",") property(name="syslogfacility-text" format="jsonf" outname="facility")
                  constant(value=",") property(name="fromhost-ip" format="jsonf" outname="peer")
                  constant(value="}")
                }
                input(type="imrelp" port="%d" ruleset="keep" %s)
                ruleset(name="keep" %s) {
                  %s
                }
                """.formatted(work, port, tls, queue, action));
        Child child = Child.start(new Child.Spec("imrelp",
                List.of("/usr/sbin/rsyslogd", "-n", "-iNONE", "-f", configuration.toString()), work.resolve("log")));
        child.await(() -> listens(port), PATIENCE);
        return new Receiver(child, port, kept);
    }

    private Path newFolder(String name) throws IOException {
        return Files.createDirectories(this.folder.resolve(++this.started + "-" + name));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        }
        catch (IOException ex) {
            return false;
        }
    }

    private long prometheus(int port, String name) {
        try {
            // this one alone: all of them, ten times a second, cost as much as the
            // journal
            URI uri = URI.create("http://127.0.0.1:%d/actuator/prometheus?includedNames=%s".formatted(port,
                    name.replaceFirst("_total$", "")));
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            String text = this.http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher value = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(text);
            return value.find() ? (long) Double.parseDouble(value.group(1)) : 0;
        }
        catch (IOException ex) {
            return 0;
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
