package monitoring.dashboard.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Csv;
import monitoring.storage.alarm.Incident;
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

    IncidentExport(IncidentStore incidents) {
        this.incidents = incidents;
    }

    /** Writes the open ones, or all. */
    void write(boolean openOnly, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"incidents.csv\"");
        Csv csv = new Csv(response.getWriter());
        csv.row("incident", "severity", "state", "title", "assignee", "opened", "resolved");
        PageRequest piece = PageRequest.first(PIECE).uncounted();
        for (int number = 0; number < MOST / PIECE; number++) {
            PageOf<Incident> page = this.incidents.list(openOnly, piece);
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
