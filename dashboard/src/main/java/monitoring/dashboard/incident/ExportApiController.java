package monitoring.dashboard.incident;

import java.io.IOException;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Incidents as a file, for programs. */
@RestController
@Tag(name = "Incidents")
class ExportApiController {

    private final IncidentExport export;

    ExportApiController(IncidentExport export) {
        this.export = export;
    }

    /**
     * The newest 50000 incidents of a filter as CSV (RFC 4180, UTF-8 with a byte order
     * mark): id, severity, state, title as it is kept, assignee, and when it was opened
     * and resolved.
     */
    @GetMapping(path = "/api/v1/incidents/export", produces = "text/csv")
    void export(IncidentFilter filter, TimeChoice.Query time, HttpServletResponse response) throws IOException {
        this.export.write(filter, time, response);
    }

}
