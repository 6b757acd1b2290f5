package monitoring.dashboard.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.log.LogAuditStore;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what came to the relays, what became of it, and whether it adds up. */
@Controller
@RequestMapping("/log/audit")
class LogAuditController {

    private final LogAuditStore audit;

    private final StoreWatch stores;

    private final Clock clock;

    LogAuditController(LogAuditStore audit, StoreWatch stores, Clock clock) {
        this.audit = audit;
        this.stores = stores;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String peer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant hour,
            TimeChoice.Query time, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        TimeChoice choice = TimeChoice.forViewer(time, "1d", this.clock.instant());
        List<LogAuditLine> lines = this.stores.ask(Store.LOGS, () -> this.audit.find(LogBooks.hours(choice.range())),
                List.<LogAuditLine>of());
        model.addAttribute("time", choice);
        model.addAttribute("peer", peer.strip());
        model.addAttribute("hour", hour);
        model.addAttribute("figures", Figure.values());
        model.addAttribute("books", LogBooks.of(lines, peer.strip(), hour));
        return htmx.isEmpty() ? "log/audit" : "log/audit :: rows";
    }

}
