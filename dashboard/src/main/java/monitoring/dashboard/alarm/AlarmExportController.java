package monitoring.dashboard.alarm;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives the alarms of the filtered list as a file for a spreadsheet. */
@Controller
class AlarmExportController {

    private final AlarmExport export;

    AlarmExportController(AlarmExport export) {
        this.export = export;
    }

    @GetMapping("/alarm/export")
    void export(AlarmFilter filter, TimeChoice.Query time, HttpServletResponse response) throws IOException {
        this.export.write("csv", filter, time, response);
    }

}
