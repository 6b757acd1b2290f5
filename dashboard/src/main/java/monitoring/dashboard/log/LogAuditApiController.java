package monitoring.dashboard.log;

import java.time.Clock;
import java.time.Instant;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.log.LogAuditStore;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came to the relays and what became of it, for programs. */
@RestController
@Tag(name = "Logs")
class LogAuditApiController {

    private final LogAuditStore audit;

    private final StoreWatch stores;

    private final Clock clock;

    LogAuditApiController(LogAuditStore audit, StoreWatch stores, Clock clock) {
        this.audit = audit;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * The books of all relays, summed up by hour and by peer, in events; whole hours, the
     * last day where no time is given.
     * @param peer only what came from there, empty for all
     * @param hour begin of an hour, such as 2026-11-21T02:00:00Z, of which alone the
     * peers are summed up; all of them where it is left out
     */
    @GetMapping("/api/v1/logs/audit")
    LogBooks books(@RequestParam(defaultValue = "") String peer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant hour,
            TimeChoice.Query time) {
        TimeChoice choice = TimeChoice.forViewer(time, "1d", this.clock.instant());
        return LogBooks.of(this.stores.require(Store.LOGS, () -> this.audit.find(LogBooks.hours(choice.range()))),
                peer.strip(), hour);
    }

}
