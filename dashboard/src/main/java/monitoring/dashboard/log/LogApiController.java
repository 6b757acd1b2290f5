package monitoring.dashboard.log;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogStore;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Log search, for programs. */
@RestController
@Tag(name = "Logs")
@RequestMapping("/api/v1/logs")
class LogApiController {

    private final LogStore logs;

    private final LogContext context;

    private final StoreWatch stores;

    private final Clock clock;

    LogApiController(LogStore logs, LogContext context, StoreWatch stores, Clock clock) {
        this.logs = logs;
        this.context = context;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Lines by query and exact values, newest first; {@code after} takes the {@code next}
     * of the page before.
     * @param size the most of a page, 1 to 1000
     */
    @GetMapping
    Lines search(LogForm form, TimeChoice.Query time, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > 1000) {
            throw new InvalidInputException("size", size, "1..1000");
        }
        @Nullable String after = (form.after() == null || form.after().isBlank()) ? null : form.after();
        LogQuery query = form.search().query(choice(time), new LogQuery.Page(size, true, after));
        LogPage found = this.stores.require(Store.LOGS, () -> this.logs.search(query));
        return new Lines(found.hits().stream().map(LogPage.Hit::entry).toList(), found.total(), found.next());
    }

    /** How many lines over time. */
    @GetMapping("/histogram")
    List<LogCount> histogram(LogForm form, TimeChoice.Query time) {
        TimeChoice choice = choice(time);
        LogQuery query = form.search().query(choice, LogQuery.Page.newest(1));
        return this.stores.require(Store.LOGS, () -> this.logs.histogram(query, choice.step(60)));
    }

    /**
     * What the same source said before and after a line, at most 25 lines each.
     * @param minutes how far before and after, 1 to 1440
     */
    @GetMapping("/{id}/context")
    LogContext.Context around(@PathVariable String id, @RequestParam(defaultValue = "10") int minutes) {
        LogContext.@Nullable Context found = this.stores.require(Store.LOGS, () -> this.context.of(id, minutes));
        if (found == null) {
            throw new NotFoundException("log event", id);
        }
        return found;
    }

    private TimeChoice choice(TimeChoice.Query time) {
        return TimeChoice.forViewer(time, "1h", this.clock.instant());
    }

    /**
     * Lines that were found.
     *
     * @param items newest first
     * @param total how many there are; exact up to 10000, else a lower bound
     * @param next what to ask the next page with, null on the last one
     */
    record Lines(List<LogEntry> items, long total, @Nullable String next) {
    }

}
