package monitoring.dashboard.log;

import java.io.IOException;
import java.time.Clock;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Log lines as a file, for programs. */
@RestController
@Tag(name = "Logs")
class LogExportApiController {

    private final LogExport export;

    private final Clock clock;

    LogExportApiController(LogExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    /**
     * The lines of a search, newest first, at most 100000: as csv (RFC 4180, UTF-8 with a
     * byte order mark), or as ndjson, one object a line.
     * @param format csv or ndjson
     */
    @GetMapping(path = "/api/v1/logs/export", produces = { "text/csv", "application/x-ndjson" })
    void export(LogForm form, TimeChoice.Query time, @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response) throws IOException {
        this.export.write(format, form, TimeChoice.forViewer(time, "1h", this.clock.instant()), response);
    }

}
