package monitoring.relay;

import java.util.Comparator;
import java.util.List;

import monitoring.relay.audit.Ledger;
import monitoring.relay.audit.LedgerKey;
import monitoring.relay.audit.LedgerLine;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The books on the management port. */
@Endpoint(id = "audit")
class AuditEndpoint {

    private final Ledger ledger;

    AuditEndpoint(Ledger ledger) {
        this.ledger = ledger;
    }

    @ReadOperation
    Books audit() {
        List<Row> rows = this.ledger.lines()
            .entrySet()
            .stream()
            .map((entry) -> Row.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Row::hour).reversed().thenComparing(Row::peer))
            .toList();
        LedgerLine total = this.ledger.total();
        return new Books(new Counts(total.received(), total.kept(), total.repeated(), total.indexed(), total.joined(),
                total.inFlight()), rows);
    }

    record Books(Counts total, List<Row> rows) {
    }

    record Counts(long received, long kept, long repeated, long indexed, long joined, long inFlight) {
    }

    record Row(String hour, String peer, String transport, Counts counts) {

        static Row of(LedgerKey key, LedgerLine line) {
            return new Row(key.hour().toString(), key.peer(), key.transport().label(), new Counts(line.received(),
                    line.kept(), line.repeated(), line.indexed(), line.joined(), line.inFlight()));
        }

    }

}
