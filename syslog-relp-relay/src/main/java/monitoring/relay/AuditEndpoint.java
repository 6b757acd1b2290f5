package monitoring.relay;

import java.util.Comparator;
import java.util.List;

import monitoring.relay.audit.Ledger;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;

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
        List<LogAuditLine> lines = this.ledger.lines()
            .stream()
            .sorted(Comparator.comparing(LogAuditLine::hour).reversed().thenComparing(LogAuditLine::peer))
            .toList();
        LogAuditCounts total = lines.stream()
            .map(LogAuditLine::counts)
            .reduce(LogAuditCounts.NONE, LogAuditCounts::plus);
        return new Books(total, total.addUp(), lines);
    }

    record Books(LogAuditCounts total, boolean addsUp, List<LogAuditLine> lines) {
    }

}
