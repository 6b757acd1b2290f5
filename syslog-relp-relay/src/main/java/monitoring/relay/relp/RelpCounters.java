package monitoring.relay.relp;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted of all sessions. */
final class RelpCounters {

    private final MeterRegistry registry;

    private final Counter received;

    private final Counter answered;

    private final Counter repeated;

    private final Counter truncated;

    private final Counter empty;

    RelpCounters(MeterRegistry registry) {
        this.registry = registry;
        this.received = counter("relay.relp.received", "messages read from senders");
        this.answered = counter("relay.relp.answered", "messages answered with 200");
        this.repeated = counter("relay.relp.repeated", "messages that a sender repeated after a break; kept once");
        this.truncated = counter("relay.relp.truncated", "messages cut to relay.relp.max-frame-size");
        this.empty = counter("relay.relp.empty", "messages without content; answered and dropped");
    }

    void received(int count) {
        this.received.increment(count);
    }

    void answered(int count) {
        this.answered.increment(count);
    }

    void repeated(int count) {
        this.repeated.increment(count);
    }

    void truncated() {
        this.truncated.increment();
    }

    void empty() {
        this.empty.increment();
    }

    /** A session that ended, by the reason. */
    void ended(SessionEnd reason) {
        Counter.builder("relay.relp.sessions.ended")
            .description("sessions that ended, by reason")
            .tag("reason", reason.label())
            .register(this.registry)
            .increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(this.registry);
    }

}
