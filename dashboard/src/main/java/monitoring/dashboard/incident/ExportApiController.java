package monitoring.dashboard.incident;

import java.io.IOException;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
     * The newest 50000 incidents as CSV (RFC 4180, UTF-8 with a byte order mark): id,
     * severity, state, title, assignee, and when it was opened and resolved.
     * @param state open or all
     */
    @GetMapping(path = "/api/v1/incidents/export", produces = "text/csv")
    void export(@RequestParam(defaultValue = "open") String state, HttpServletResponse response) throws IOException {
        this.export.write(IncidentApiController.openOnly(state), response);
    }

}
