package monitoring.dashboard.incident;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives the incidents of the list as a file for a spreadsheet. */
@Controller
class ExportController {

    private final IncidentExport export;

    ExportController(IncidentExport export) {
        this.export = export;
    }

    @GetMapping("/incident/export")
    void export(@RequestParam(defaultValue = "open") String state, HttpServletResponse response) throws IOException {
        this.export.write(!"all".equals(state), response);
    }

}
