package monitoring.dashboard.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Csv;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentQuery;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Component;

/** Writes incidents as a table for a spreadsheet, the newest 50,000. */
@Component
class IncidentExport {

    private static final int MOST = 50_000;

    private static final int PIECE = 1000;

    private final IncidentStore incidents;

    private final IncidentTitles titles;

    private final Clock clock;

    IncidentExport(IncidentStore incidents, IncidentTitles titles, Clock clock) {
        this.incidents = incidents;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * Writes those of a filter.
     * @throws InvalidInputException if the filter is wrong; said before the file begins
     */
    void write(IncidentFilter filter, TimeChoice.Query time, HttpServletResponse response) throws IOException {
        PageRequest piece = PageRequest.first(PIECE).uncounted();
        IncidentQuery query = this.titles.searched(filter.query(time, this.clock.instant(), piece));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"incidents.csv\"");
        Csv csv = new Csv(response.getWriter());
        csv.row("incident", "severity", "state", "title", "assignee", "opened", "resolved");
        for (int number = 0; number < MOST / PIECE; number++) {
            PageOf<Incident> page = this.incidents.search(query.at(piece));
            page.items()
                .forEach((one) -> csv.row(one.id(), one.severity(), one.state(), one.title(), one.assignee(),
                        one.openedAt(), one.resolvedAt()));
            if (page.next() == null) {
                return;
            }
            piece = piece.after(page.next());
        }
    }

}
