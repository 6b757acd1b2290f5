package monitoring.dashboard.alarm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.Csv;
import monitoring.dashboard.web.TimeChoice;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Gives the alarms of the filtered list as a file for a spreadsheet, the newest 50,000.
 */
@Controller
class AlarmExportController {

    private static final int MOST = 50_000;

    private static final int PIECE = 1000;

    private final AlarmStore alarms;

    private final Clock clock;

    AlarmExportController(AlarmStore alarms, Clock clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    @GetMapping("/alarm/export")
    void export(AlarmFilter filter, TimeChoice.Query time, HttpServletResponse response) throws IOException {
        Instant now = this.clock.instant();
        filter.query(time, now, new PageRequest(0, PIECE)); // a wrong filter is said
                                                            // before the file begins
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"alarms.csv\"");
        Csv csv = new Csv(response.getWriter());
        csv.row("alarm", "severity", "state", "origin", "target", "address", "deployment", "zone", "resource", "value",
                "threshold", "started", "raised", "acknowledged", "resolved", "resolved by", "incident");
        for (int number = 0; number < MOST / PIECE; number++) {
            PageOf<Alarm> page = this.alarms.search(filter.query(time, now, new PageRequest(number, PIECE)));
            page.items().forEach((alarm) -> write(csv, alarm));
            if (page.items().size() < PIECE) {
                return;
            }
        }
    }

    private static void write(Csv csv, Alarm alarm) {
        Progress progress = alarm.progress();
        csv.row(alarm.id(), alarm.severity(), alarm.state(), alarm.target().origin(), alarm.target().name(),
                alarm.target().ip(), alarm.target().deployment(), alarm.target().zone(), alarm.resource(),
                alarm.reading().value(), alarm.reading().threshold(), progress.startedAt(), progress.raisedAt(),
                progress.acknowledgedAt(), progress.resolvedAt(), progress.resolvedBy(), alarm.incidentId());
    }

}
