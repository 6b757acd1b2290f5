package monitoring.dashboard.alarm;

import java.io.IOException;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms as a file, for programs. */
@RestController
@Tag(name = "Alarms")
class AlarmExportApiController {

    private final AlarmExport export;

    AlarmExportApiController(AlarmExport export) {
        this.export = export;
    }

    /**
     * The newest 50000 alarms of a filter: as CSV (RFC 4180, UTF-8 with a byte order
     * mark), or as ndjson, one alarm a line as the list gives it.
     * @param format csv or ndjson
     */
    @GetMapping(path = "/api/v1/alarms/export", produces = { "text/csv", "application/x-ndjson" })
    void export(AlarmFilter filter, TimeChoice.Query time, @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response) throws IOException {
        this.export.write(format, filter, time, response);
    }

}
