package monitoring.relay.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;

/**
 * The books as metrics: for each peer the messages of the hours that are in the books, by
 * what became of them, and whether all of it adds up.
 */
public final class LedgerMetrics implements AutoCloseable {

    private static final String OTHER = "other";

    private final AuditProperties properties;

    private final Ledger ledger;

    private final MultiGauge messages;

    private final ScheduledExecutorService thread = Executors
        .newSingleThreadScheduledExecutor((task) -> new Thread(task, "audit-metrics"));

    /** Registers the gauges and keeps them up to date. */
    public LedgerMetrics(AuditProperties properties, Ledger ledger, MeterRegistry registry) {
        this.properties = properties;
        this.ledger = ledger;
        this.messages = MultiGauge.builder("relay.audit.messages")
            .description("messages of the hours in the books, by peer and what became of them")
            .register(registry);
        registry.gauge("relay.audit.adds.up", ledger, (books) -> books.total().addUp() ? 1 : 0);
        long interval = properties.interval().toMillis();
        this.thread.scheduleWithFixedDelay(this::update, 0, interval, TimeUnit.MILLISECONDS);
    }

    private void update() {
        Map<Tags, LogAuditCounts> byPeer = new HashMap<>();
        Set<String> peers = new HashSet<>();
        for (LogAuditLine line : this.ledger.lines()) {
            boolean known = peers.contains(line.peer()) || peers.size() < this.properties.maxPeers();
            if (known) {
                peers.add(line.peer());
            }
            byPeer.merge(Tags.of("peer", known ? line.peer() : OTHER, "transport", line.transport()), line.counts(),
                    LogAuditCounts::plus);
        }
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        byPeer.forEach((tags, counts) -> {
            for (Figure figure : Figure.values()) {
                rows.add(MultiGauge.Row.of(tags.and("state", figure.name().toLowerCase(Locale.ROOT)),
                        counts.of(figure)));
            }
        });
        this.messages.register(rows, true);
    }

    @Override
    public void close() {
        this.thread.shutdownNow();
    }

}
