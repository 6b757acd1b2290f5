package monitoring.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalStatus;

/** What of the journal is exported. */
final class JournalMetrics {

    private JournalMetrics() {
    }

    static void register(Journal journal, MeterRegistry registry) {
        Gauge.builder("relay.journal.size", journal, (from) -> from.status().size())
            .description("bytes of the journal on disk")
            .baseUnit("bytes")
            .register(registry);
        Gauge
            .builder("relay.journal.taking", journal,
                    (from) -> (from.status().state() == JournalStatus.State.TAKING) ? 1 : 0)
            .description("1 while messages are taken, 0 while the journal is full or its disk fails")
            .register(registry);
        FunctionCounter.builder("relay.journal.kept", journal, Journal::durable)
            .description("position of the last message on disk")
            .register(registry);
        FunctionCounter.builder("relay.journal.released", journal, Journal::released)
            .description("position up to which everything is indexed")
            .register(registry);
    }

}
