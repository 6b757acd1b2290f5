package monitoring.relay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import monitoring.storage.log.LogEntry;

/**
 * Counts what was understood, by the parser that fitted ({@code raw}: none), and what was
 * odd, by its flag. What is read again after a crash is counted again.
 */
final class EntryCounters {

    private final MeterRegistry registry;

    private final Map<String, Counter> parsed = new ConcurrentHashMap<>();

    private final Map<String, Counter> flagged = new ConcurrentHashMap<>();

    EntryCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(LogEntry entry) {
        this.parsed.computeIfAbsent(entry.parser(), this::parsed).increment();
        for (String flag : entry.flags()) {
            this.flagged.computeIfAbsent(flag, this::flagged).increment();
        }
    }

    private Counter parsed(String parser) {
        return Counter.builder("relay.syslog.parsed")
            .description("entries, by the parser that fitted; raw if none did")
            .tag("parser", parser)
            .register(this.registry);
    }

    private Counter flagged(String flag) {
        return Counter.builder("relay.syslog.flagged")
            .description("entries that are odd, by what is odd about them")
            .tag("flag", flag)
            .register(this.registry);
    }

}
