package monitoring.relay.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * RELP to durable and answered, beside rsyslog's imrelp that answers from memory, in the
 * same run. {@code -Dbench.lines=1000000 -Dbench.laps=3}; needs root and rsyslogd with
 * omrelp.
 */
class RelayBench {

    private static final int LINES = Integer.getInteger("bench.lines", 500_000);

    private static final int LAPS = Integer.getInteger("bench.laps", 3);

    private static final int LENGTH = 198;

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final List<String> rows = new ArrayList<>();

    @TempDir
    private Path folder;

    private Network network;

    @Test
    void measures() throws Exception {
        try (Network own = new Network()) {
            this.network = own;
            Path lines = this.folder.resolve("lines");
            Files.write(lines, IntStream.range(0, LINES).mapToObj(RelayBench::line).toList());
            for (int lap = 1; lap <= LAPS; lap++) {
                for (boolean ours : new boolean[] { false, true }) {
                    try (Receiver receiver = ours ? relay(lap) : rsyslog(lap)) {
                        omrelp(receiver, lap, lines);
                        load(receiver, 1, 128);
                        load(receiver, 4, 1024);
                        row("%s\tlap %d\tpeak RSS\t\t%d MB", receiver.name, lap, Network.peakMemory(receiver.process));
                    }
                }
            }
        }
        this.rows.forEach(System.out::println);
    }

    private void omrelp(Receiver receiver, int lap, Path lines) throws Exception {
        Path work = Files.createDirectories(this.folder.resolve("omrelp-" + receiver.name + lap));
        Path configuration = Files.writeString(work.resolve("rsyslog.conf"), """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imfile")
                module(load="omrelp")
                template(name="asItIs" type="string" string="%%msg%%")
                input(type="imfile" file="%2$s" tag="file" freshStartTail="off" ruleset="send")
                ruleset(name="send" queue.type="LinkedList" queue.size="200000" queue.dequeueBatchSize="1024") {
                  action(type="omrelp" template="asItIs" target="127.0.0.1" port="%3$d" windowSize="4096")
                }
                """.formatted(work, lines, receiver.port));
        long before = receiver.kept.getAsLong();
        double cpu = Network.cpu(receiver.process);
        long start = System.nanoTime();
        Process sender = this.network.run(List.of("/usr/sbin/rsyslogd", "-n", "-iNONE", "-f", configuration.toString()),
                work.resolve("out"));
        await(() -> receiver.kept.getAsLong() - before, LINES);
        report(receiver, "omrelp, window 4096", LINES / seconds(start), LINES, cpu);
        Network.stop(sender);
    }

    private void load(Receiver receiver, int connections, int window) throws Exception {
        double cpu = Network.cpu(receiver.process);
        String rate = this.network.output(List.of(JAVA, "-Xmx128m", "-XX:+UseSerialGC", "-cp", classes(),
                RelpLoad.class.getName(), String.valueOf(receiver.port), String.valueOf(connections),
                String.valueOf(window), String.valueOf(LINES), String.valueOf(LENGTH)));
        report(receiver, connections + " connections, window " + window, Double.parseDouble(rate.strip()),
                connections * LINES, cpu);
    }

    private void report(Receiver receiver, String load, double rate, int messages, double cpuBefore) throws Exception {
        double perMillion = (Network.cpu(receiver.process) - cpuBefore) * 1_000_000 / messages;
        row("%s\t%s\t%.0f/s\t%.1f CPU s/M", receiver.name, load, rate, perMillion);
    }

    private Receiver relay(int lap) throws Exception {
        Path work = Files.createDirectories(this.folder.resolve("relay" + lap));
        Process process = this.network.run(List.of(JAVA, "-Xmx192m", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), "monitoring.relay.Relay", "--server.port=9102",
                "--server.address=127.0.0.1", "--relay.relp.host=127.0.0.1", "--relay.journal.max-size=16GB",
                "--relay.journal.directory=" + work.resolve("journal"),
                "--monitoring.elasticsearch.url=http://127.0.0.1:9"), work.resolve("out"));
        LongSupplier kept = () -> prometheus("relay_journal_kept_total");
        await(() -> prometheus("relay_journal_taking"), 1);
        return new Receiver("relay, synced", process, 2514, kept);
    }

    private long prometheus(String name) {
        try {
            Matcher value = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$")
                .matcher(this.network.output(List.of("curl", "-s", "http://127.0.0.1:9102/actuator/prometheus")));
            return value.find() ? (long) Double.parseDouble(value.group(1)) : 0;
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    private Receiver rsyslog(int lap) throws Exception {
        Path work = Files.createDirectories(this.folder.resolve("rsyslog" + lap));
        Path file = work.resolve("received");
        Path configuration = Files.writeString(work.resolve("rsyslog.conf"), """
                global(workDirectory="%1$s" maxMessageSize="64k")
                module(load="imrelp")
                template(name="raw" type="string" string="%%rawmsg%%\\n")
                input(type="imrelp" port="2514" ruleset="keep")
                ruleset(name="keep" queue.type="LinkedList" queue.size="200000") {
                  action(type="omfile" file="%2$s" template="raw" asyncWriting="off")
                }
                """.formatted(work, file));
        Process process = this.network
            .run(List.of("/usr/sbin/rsyslogd", "-n", "-iNONE", "-f", configuration.toString()), work.resolve("out"));
        await(() -> process.isAlive() ? 1 : 0, 1);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // it has no way to say that
                                                            // it listens
        return new Receiver("imrelp, memory", process, 2514, () -> size(file) / (LENGTH + 1));
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        }
        catch (java.io.IOException ex) {
            return 0;
        }
    }

    private static void await(LongSupplier value, long goal) {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (value.getAsLong() < goal) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Reached %d (expected: %d)".formatted(value.getAsLong(), goal));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String line(int number) {
        String head = "<14>1 2026-11-21T00:09:35.767398+00:00 10.0.1.17 load - - - numbered " + number + " ";
        return head + "x".repeat(LENGTH - head.length());
    }

    private static String classes() throws Exception {
        return Path.of(RelpLoad.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void row(String format, Object... values) {
        String row = format.formatted(values);
        this.rows.add(row);
        System.out.println(row.toLowerCase(Locale.ROOT));
    }

    private record Receiver(String name, Process process, int port, LongSupplier kept) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            Network.stop(this.process);
        }

    }

}
