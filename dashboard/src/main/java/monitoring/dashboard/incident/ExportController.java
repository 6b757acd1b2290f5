package monitoring.dashboard.incident;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives the incidents of the list as a file for a spreadsheet. */
@Controller
class ExportController {

    private final IncidentExport export;

    ExportController(IncidentExport export) {
        this.export = export;
    }

    @GetMapping("/incident/export")
    void export(IncidentFilter filter, TimeChoice.Query time, HttpServletResponse response) throws IOException {
        this.export.write(filter, time, response);
    }

}
