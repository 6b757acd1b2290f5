package monitoring.relay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.localservers.Child;
import monitoring.localservers.ElasticsearchServer;

/** The goals that need a real Elasticsearch node, which shares the cores. */
final class IndexGoals {

    private static final Duration PACE = Duration.ofMillis(200);

    private static final String ONE = "into Elasticsearch: omrelp, window 4096";

    private static final String MANY = "the same, 32 clients, window 128";

    private static final String CPU = "CPU seconds of a million lines, the indexing node beside it";

    private static final String MEMORY = "resident memory at full load, with indexing";

    private static final String SEARCHABLE = "line written to searchable, p99 at 5,000 lines/s";

    private static final String PEER_MAPPING = """
            {"settings":{"number_of_shards":1,"number_of_replicas":0},"mappings":{"properties":{
            "@timestamp":{"type":"date"},"message":{"type":"text"},"host":{"type":"keyword"},
            "program":{"type":"keyword"},"severity":{"type":"keyword"},"facility":{"type":"keyword"},
            "peer":{"type":"keyword"}}}}""";

    private final HttpClient http = HttpClient.newHttpClient();

    private final GoalTable table;

    private final Receivers receivers;

    private final Senders senders;

    private final Path folder;

    private final Path lines;

    private final int count;

    private String url = "";

    IndexGoals(GoalTable table, Receivers receivers, Senders senders, Path folder, Path lines, int count) {
        this.table = table;
        this.receivers = receivers;
        this.senders = senders;
        this.folder = folder;
        this.lines = lines;
        this.count = count;
    }

    static void rows(GoalTable table) {
        table.row(ONE, ">= 1.1 x memory queue", "/s");
        table.row(MANY, ">= 30,000/s", "/s");
        table.row(CPU, "-", " s");
        table.row(MEMORY, "<= 256 MiB", " MiB");
        table.row(SEARCHABLE, "<= 3 s", " s");
    }

    void measure(Set<String> parts) throws Exception {
        Path home = Files.createTempDirectory(this.folder, "elasticsearch");
        try (ElasticsearchServer server = ElasticsearchServer.start(home, 0)) {
            this.url = server.url();
            warmUp();
            if (parts.contains("index")) {
                peer(server.port());
                relay();
            }
            if (parts.contains("searchable")) {
                searchable();
            }
        }
    }

    /** A node that has just started is half as fast. */
    private void warmUp() throws Exception {
        try (Receiver relay = this.receivers.relay(this.url)) {
            this.senders.load(relay.port(), 4, 1024, this.count / 16);
            Poll.secondsUntil(System.nanoTime(), () -> indexed("logs-2*"), 4 * (this.count / 16), PACE);
        }
        send("DELETE", "/logs-*", "");
    }

    private void peer(int port) throws Exception {
        send("PUT", "/peer", PEER_MAPPING);
        try (Receiver peer = this.receivers.imrelpToElasticsearch(port, () -> indexed("peer"))) {
            this.table.peer(ONE, omrelp(peer));
            this.table.peer(MANY, many(peer));
            this.table.peer(MEMORY, peer.peakMebibytes());
        }
        send("DELETE", "/peer", "");
    }

    private void relay() throws Exception {
        try (Receiver relay = this.receivers.relay(this.url)) {
            Receiver indexed = new Receiver(relay.child(), relay.port(), () -> indexed("logs-2*"));
            double before = relay.cpuSeconds();
            this.table.ours(ONE, omrelp(indexed));
            this.table.ours(CPU, (relay.cpuSeconds() - before) * 1_000_000 / this.count);
            this.table.ours(MANY, many(indexed));
            this.table.ours(MEMORY, relay.peakMebibytes());
            int all = this.count + 32 * (this.count / 32);
            if (searchable("logs") != all) {
                throw new IllegalStateException(count("logs") + " documents (expected: " + all + ")");
            }
        }
        send("DELETE", "/logs-*", "");
    }

    private double omrelp(Receiver receiver) throws IOException {
        long start = System.nanoTime();
        try (Child sender = this.senders.omrelp(receiver.port(), this.lines, 4096)) {
            return this.count / Poll.secondsUntil(start, receiver.kept(), this.count, PACE);
        }
    }

    private double many(Receiver receiver) throws IOException, InterruptedException {
        long before = receiver.kept().getAsLong();
        int each = this.count / 32;
        long start = System.nanoTime();
        this.senders.load(receiver.port(), 32, 128, each);
        return 32 * each / Poll.secondsUntil(start, receiver.kept(), before + 32 * each, PACE);
    }

    /**
     * A file grows by 100 lines each 20 ms, a real rsyslogd follows it. When so many
     * lines are found, the line of that number was written so long ago.
     */
    private void searchable() throws Exception {
        int batch = 100;
        int batches = 20 * (int) TimeUnit.SECONDS.toMillis(1) / 20;
        Path growing = Files.createFile(this.folder.resolve("growing-" + System.nanoTime()));
        long[] written = new long[batches];
        double[] seconds = new double[batches];
        try (Receiver relay = this.receivers.relay(this.url);
                Child sender = this.senders.omrelp(relay.port(), growing, 1024);
                Writer out = Files.newBufferedWriter(growing)) {
            Thread writer = new Thread(() -> write(out, batch, written), "writer");
            writer.start();
            for (int seen = 0; seen < batches;) {
                long found = count("logs") / batch;
                long now = System.nanoTime();
                for (; seen < found; seen++) {
                    seconds[seen] = (now - written[seen]) / 1e9;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            writer.join();
        }
        Arrays.sort(seconds);
        this.table.ours(SEARCHABLE, seconds[batches * 99 / 100]);
        send("DELETE", "/logs-*", "");
    }

    private static void write(Writer out, int batch, long[] written) {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < written.length; i++) {
                long due = start + TimeUnit.MILLISECONDS.toNanos(20L * i);
                LockSupport.parkNanos(due - System.nanoTime());
                for (int line = 0; line < batch; line++) {
                    String head = "<14>1 " + Clock.systemUTC().instant() + " 10.0.1.17 load - - - line " + i + " ";
                    out.write(head + "x".repeat(RelpLoad.LENGTH - head.length()) + "\n");
                }
                out.flush();
                written[i] = System.nanoTime();
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** How many the node has taken; asking for it costs no refresh. */
    private long indexed(String index) {
        Matcher total = Pattern.compile("\"index_total\":(\\d+)")
            .matcher(send("GET", "/" + index + "/_stats/indexing?filter_path=_all.primaries", ""));
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }

    /** How many are found when the node has refreshed. */
    private long searchable(String index) {
        send("POST", "/" + index + "/_refresh?ignore_unavailable=true&allow_no_indices=true", "");
        return count(index);
    }

    /** How many are found now. */
    private long count(String index) {
        Matcher count = Pattern.compile("\"count\":(\\d+)")
            .matcher(send("GET", "/" + index + "/_count?ignore_unavailable=true&allow_no_indices=true", ""));
        return count.find() ? Long.parseLong(count.group(1)) : 0;
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
        try {
            return this.http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
