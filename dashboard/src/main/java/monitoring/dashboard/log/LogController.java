package monitoring.dashboard.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Answers;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.log.LogCount;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searches logs. */
@Controller
@RequestMapping("/log")
class LogController {

    private static final int ROWS = 100;

    /** Lines come no faster: the cluster shows them after two seconds. */
    private static final Duration AGE = Duration.ofSeconds(2);

    private static final int KEPT = 50;

    private static final LogPage NOTHING = new LogPage(List.of(), 0, null);

    private final LogStore logs;

    private final LogContext context;

    private final StoreWatch stores;

    private final Clock clock;

    private final LogExport export;

    private final AsyncTaskExecutor executor;

    private final Answers<LogQuery, LogPage> pages;

    private final Answers<LogQuery, List<LogCount>> counts;

    LogController(LogStore logs, LogContext context, LogExport export, StoreWatch stores,
            @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor, Clock clock) {
        this.executor = executor;
        this.export = export;
        this.logs = logs;
        this.context = context;
        this.stores = stores;
        this.clock = clock;
        this.pages = new Answers<>(KEPT, AGE, clock);
        this.counts = new Answers<>(KEPT, AGE, clock);
    }

    @GetMapping
    String page(LogForm form, TimeChoice.Query time, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
            Model model) {
        TimeChoice choice = TimeChoice.forViewer(time, "1h", Answers.aligned(this.clock.instant(), AGE));
        LogSearch search = form.search();
        model.addAttribute("form", form);
        model.addAttribute("time", choice);
        model.addAttribute("severities", LogSeverity.values());
        find(search, choice, model);
        return htmx.isEmpty() ? "log/search" : "log/search :: results";
    }

    /** The newest lines of a VM or app, for beside its charts. */
    @GetMapping("/panel")
    String panel(LogForm form, TimeChoice.Query time, Model model) {
        TimeChoice choice = TimeChoice.forViewer(time, "1h", Answers.aligned(this.clock.instant(), AGE));
        LogQuery query = form.search().query(choice, LogQuery.Page.newest(30));
        model.addAttribute("found", search(query));
        return "log/panel :: panel";
    }

    /** The lines of a search, newest first, as a file. */
    @GetMapping("/export")
    void export(LogForm form, TimeChoice.Query time, @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response) throws IOException {
        this.export.write(format, form, TimeChoice.forViewer(time, "1h", this.clock.instant()), response);
    }

    @GetMapping("/{id}")
    String entry(@PathVariable String id, @RequestParam(defaultValue = "10") int minutes, Model model) {
        LogContext.Context found = this.stores.ask(Store.LOGS, () -> this.context.of(id, minutes), null);
        if (found == null) {
            if (this.stores.isAway(Store.LOGS)) {
                return "log/away";
            }
            throw new NotFoundException("log event", id);
        }
        model.addAttribute("context", found);
        return "log/entry";
    }

    private void find(LogSearch search, TimeChoice choice, Model model) {
        @Nullable String after = search.after();
        LogQuery query = search.query(choice,
                new LogQuery.Page(ROWS, true, (after == null || after.isBlank()) ? null : after));
        // both look through the same lines: who waits for one may wait for the other
        CompletableFuture<List<LogCount>> counts = CompletableFuture.supplyAsync(() -> count(query, choice.step(60)),
                this.executor);
        try {
            model.addAttribute("found", search(query));
            model.addAttribute("histogram", new Histogram(joined(counts), choice.step(60)));
        }
        catch (LogStoreException ex) {
            model.addAttribute("found", NOTHING);
            model.addAttribute("histogram", new Histogram(List.of(), choice.step(60)));
            model.addAttribute("refused", ex.getMessage());
        }
    }

    private List<LogCount> count(LogQuery query, Duration step) {
        return this.counts.to(query,
                (asked) -> this.stores.ask(Store.LOGS, () -> this.logs.histogram(asked, step), null), List.of());
    }

    private static List<LogCount> joined(CompletableFuture<List<LogCount>> counts) {
        try {
            return counts.join();
        }
        catch (CompletionException ex) {
            if (ex.getCause() instanceof LogStoreException refusal) {
                throw refusal;
            }
            throw ex;
        }
    }

    private LogPage search(LogQuery query) {
        return this.pages.to(query, (asked) -> this.stores.ask(Store.LOGS, () -> this.logs.search(asked), null),
                NOTHING);
    }

}
