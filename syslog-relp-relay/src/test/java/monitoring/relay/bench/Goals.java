package monitoring.relay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

import monitoring.localservers.Child;

/** Measures part by part and prints the table of goals. Argument: an empty folder. */
public final class Goals {

    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);

    private static final int LAPS = Integer.getInteger("bench.laps", 3);

    private static final Duration PACE = Duration.ofMillis(100);

    /**
     * Both sides have run before they are measured, with the same sender: a JVM compiles
     * for its first ten seconds.
     */
    private static final int WARM_UP = 200_000;

    private static final String OMRELP = "durable before the answer: omrelp, window 4096";

    private static final String NARROW = "the same, one client, window 128";

    private static final String WIDE = "the same, 4 clients, window 1024";

    private static final String SYNCED = "omrelp, beside rsyslog with a synced disk queue";

    private static final String CPU = "CPU seconds of a million durable lines, not parsed yet";

    private static final String PARSED = "CPU seconds of a million lines, durable, parsed and sent on";

    private static final String MEMORY = "resident memory at full load";

    private static final String TLS = "mutual TLS, nothing behind it, window 1024";

    private static final String DURABLE_TLS = "mutual TLS, durable, window 1024";

    private final GoalTable table = new GoalTable();

    private final Path folder;

    private final Receivers receivers;

    private final Senders senders;

    private final Path lines;

    private Goals(Path folder) throws Exception {
        this.folder = folder;
        TestAuthority authority = new TestAuthority(folder.resolve("certificates"));
        this.receivers = new Receivers(folder, authority);
        this.senders = new Senders(folder, authority);
        this.lines = Files.write(folder.resolve("lines"), IntStream.range(0, LINES).mapToObj(Goals::line).toList());
        this.table.row(OMRELP, ">= 130,000/s and 1.1 x memory", "/s");
        this.table.row(NARROW, ">= 1.6 x memory", "/s");
        this.table.row(WIDE, ">= 350,000/s", "/s");
        this.table.row(SYNCED, "-", "/s");
        this.table.row(CPU, "-", " s");
        this.table.row(PARSED, "<= 8 s", " s");
        this.table.row(TLS, ">= 2 x rsyslog's", "/s");
        this.table.row(DURABLE_TLS, ">= 2 x rsyslog's", "/s");
        IndexGoals.rows(this.table);
        this.table.row(MEMORY, "<= 256 MiB", " MiB");
    }

    public static void main(String[] arguments) throws Exception {
        Set<String> parts = Set
            .of(System.getProperty("bench.parts", "plain,synced,tls,parsed,index,searchable").split(","));
        Goals goals = new Goals(Path.of(arguments[0]));
        goals.syncRate();
        for (int lap = 1; lap <= LAPS; lap++) {
            GoalTable.say("lap " + lap);
            goals.measure(parts);
        }
        goals.table.print();
        System.exit(0);
    }

    private void measure(Set<String> parts) throws Exception {
        if (parts.contains("plain")) {
            plain();
        }
        if (parts.contains("synced")) {
            synced();
        }
        if (parts.contains("tls")) {
            tls();
        }
        if (parts.contains("parsed")) {
            parsed();
        }
        if (parts.contains("index") || parts.contains("searchable")) {
            new IndexGoals(this.table, this.receivers, this.senders, this.folder, this.lines, LINES).measure(parts);
        }
    }

    /**
     * What the disk alone gives: bytes of one window appended and synced, again and
     * again.
     */
    private void syncRate() throws IOException {
        int syncs = 500;
        ByteBuffer window = ByteBuffer.allocateDirect(128 * (RelpLoad.LENGTH + Integer.BYTES));
        try (FileChannel file = FileChannel.open(this.folder.resolve("bare"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            for (int i = 0; i < syncs; i++) {
                file.write(window.clear());
                file.force(false);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            GoalTable.say(
                    "The journal's disk alone: %.0f syncs/s of %d bytes".formatted(syncs / seconds, window.capacity()));
        }
    }

    private void plain() throws Exception {
        try (Receiver peer = this.receivers.imrelpInMemory()) {
            warmUp(peer);
            this.table.peer(OMRELP, omrelp(peer, this.lines, LINES));
            this.table.peer(NARROW, this.senders.load(peer.port(), 1, 128, LINES));
            this.table.peer(WIDE, this.senders.load(peer.port(), 4, 1024, LINES / 2));
            this.table.peer(MEMORY, peer.peakMebibytes());
        }
        try (Receiver relay = this.receivers.relay("http://127.0.0.1:9")) {
            warmUp(relay);
            double before = relay.cpuSeconds();
            this.table.ours(OMRELP, omrelp(relay, this.lines, LINES));
            this.table.ours(CPU, (relay.cpuSeconds() - before) * 1_000_000 / LINES);
            this.table.ours(NARROW, this.senders.load(relay.port(), 1, 128, LINES));
            this.table.ours(WIDE, this.senders.load(relay.port(), 4, 1024, LINES / 2));
            this.table.ours(MEMORY, relay.peakMebibytes());
        }
    }

    private void warmUp(Receiver receiver) throws Exception {
        long before = receiver.kept().getAsLong();
        this.senders.load(receiver.port(), 2, 128, WARM_UP);
        Poll.secondsUntil(System.nanoTime(), receiver.kept(), before + 2 * WARM_UP, PACE);
        omrelp(receiver, this.lines, LINES);
    }

    /** All that the relay does, without a node that takes the cores away. */
    private void parsed() throws Exception {
        try (NoOpElasticsearch node = new NoOpElasticsearch(); Receiver relay = this.receivers.relay(node.url())) {
            Receiver taken = new Receiver(relay.child(), relay.port(), node::taken);
            warmUp(taken);
            double before = relay.cpuSeconds();
            omrelp(taken, this.lines, LINES);
            this.table.ours(PARSED, (relay.cpuSeconds() - before) * 1_000_000 / LINES);
        }
    }

    /** With fewer lines: it is slow. */
    private void synced() throws Exception {
        int count = 20_000;
        Path few = Files.write(this.folder.resolve("few"), IntStream.range(0, count).mapToObj(Goals::line).toList());
        try (Receiver peer = this.receivers.imrelpSynced()) {
            this.table.peer(SYNCED, omrelp(peer, few, count));
        }
        try (Receiver relay = this.receivers.relay("http://127.0.0.1:9")) {
            this.table.ours(SYNCED, omrelp(relay, few, count));
        }
    }

    private void tls() throws Exception {
        int count = LINES / 2;
        try (Receiver peer = this.receivers.imrelpWithTls()) {
            this.senders.loadWithTls(peer.port(), 1024, WARM_UP);
            double rate = this.senders.loadWithTls(peer.port(), 1024, count);
            this.table.peer(TLS, rate);
            this.table.peer(DURABLE_TLS, rate);
        }
        try (Receiver noOp = this.receivers.noOpWithTls()) {
            this.senders.loadWithTls(noOp.port(), 1024, WARM_UP);
            this.table.ours(TLS, this.senders.loadWithTls(noOp.port(), 1024, count));
        }
        try (Receiver relay = this.receivers.relayWithTls()) {
            this.senders.loadWithTls(relay.port(), 1024, WARM_UP);
            this.table.ours(DURABLE_TLS, this.senders.loadWithTls(relay.port(), 1024, count));
        }
    }

    /**
     * Lines a second from the start of the sender until the receiver has the last one.
     */
    private double omrelp(Receiver receiver, Path file, int count) throws IOException {
        long before = receiver.kept().getAsLong();
        long start = System.nanoTime();
        try (Child sender = this.senders.omrelp(receiver.port(), file, 4096)) {
            return count / Poll.secondsUntil(start, () -> receiver.kept().getAsLong() - before, count, PACE);
        }
    }

    static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String line(int number) {
        String head = "<14>1 2026-11-21T00:09:35.767398+00:00 10.0.1.17 load - - - numbered " + number + " ";
        return head + "x".repeat(RelpLoad.LENGTH - head.length());
    }

}
