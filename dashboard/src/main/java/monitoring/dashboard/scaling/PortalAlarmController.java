package monitoring.dashboard.scaling;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.WebProperties;
import monitoring.storage.alarm.AppAlarm;
import monitoring.storage.alarm.AppAlarmQuery;
import monitoring.storage.alarm.AppAlarms;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells PaaS-TA's portal the alarms of an app, as PaaS-TA's monitoring does. */
@RestController
@RequestMapping("/v2/paas/app/alarm")
class PortalAlarmController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final int MOST = 1000;

    private final AppAlarms alarms;

    private final ZoneId zone;

    PortalAlarmController(AppAlarms alarms, WebProperties web) {
        this.alarms = alarms;
        this.zone = web.zone();
    }

    /** Newest first; pages are counted from 1, and times are milliseconds. */
    @GetMapping("/list")
    Page list(Query query) {
        PageOf<AppAlarm> found = this.alarms.search(query.asked());
        return new Page(query.number("pageIndex", query.pageIndex(), Integer.MAX_VALUE),
                query.number("pageItems", query.pageItems(), MOST), found.total(),
                found.items().stream().map(this::told).toList());
    }

    private Told told(AppAlarm alarm) {
        return new Told(alarm.id(), alarm.appGuid(), String.valueOf(alarm.index()), alarm.appName(), alarm.resource(),
                alarm.level(), alarm.title(), alarm.message(), TIME.format(alarm.at().atZone(this.zone)));
    }

    /**
     * What the portal asks for, in PaaS-TA's names.
     *
     * @param appGuid GUID of the app
     * @param pageIndex 1 for the first page
     * @param pageItems alarms a page
     * @param resourceType cpu or memory, empty for any
     * @param alarmLevel warning or critical, empty for any
     * @param searchDateFrom begin in milliseconds, empty for any
     * @param searchDateTo end in milliseconds, empty for any
     */
    record Query(@Nullable String appGuid, @Nullable String pageIndex, @Nullable String pageItems,
            @Nullable String resourceType, @Nullable String alarmLevel, @Nullable String searchDateFrom,
            @Nullable String searchDateTo) {

        AppAlarmQuery asked() {
            String guid = text(this.appGuid);
            if (guid.isEmpty() || guid.length() > 50) {
                throw new InvalidInputException("appGuid", guid, "1..50 characters");
            }
            PageRequest page = new PageRequest(number("pageIndex", this.pageIndex, Integer.MAX_VALUE) - 1,
                    number("pageItems", this.pageItems, MOST));
            return new AppAlarmQuery(guid, text(this.resourceType), text(this.alarmLevel), told(), page);
        }

        int number(String name, @Nullable String value, int most) {
            return (int) number(name, text(value), 1, most);
        }

        /** Where one of them is missing, PaaS-TA looks at neither. */
        private @Nullable TimeRange told() {
            if (text(this.searchDateFrom).isEmpty() || text(this.searchDateTo).isEmpty()) {
                return null;
            }
            // year 9999 is as far as the databases' times go
            long most = 253_370_764_800_000L;
            long from = number("searchDateFrom", text(this.searchDateFrom), 0, most);
            long to = number("searchDateTo", text(this.searchDateTo), 0, most);
            if (from > to) {
                throw new InvalidInputException("searchDateTo", to, ">= searchDateFrom, " + from);
            }
            // PaaS-TA's end is a second that counts
            return new TimeRange(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to).plusSeconds(1));
        }

        private static long number(String name, String text, long least, long most) {
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            }
            catch (NumberFormatException ex) {
                // said below, as for a number out of its limits
            }
            throw new InvalidInputException(name, text, least + ".." + most);
        }

        private static String text(@Nullable String value) {
            return (value == null) ? "" : value.strip();
        }

    }

    /**
     * A page of alarms.
     *
     * @param pageIndex 1 for the first
     * @param pageItem alarms a page
     * @param totalCount in all
     * @param data newest first
     */
    record Page(int pageIndex, int pageItem, long totalCount, List<Told> data) {
    }

    /**
     * An alarm in PaaS-TA's names.
     *
     * @param alarmId of its row
     * @param appGuid GUID of the app
     * @param appIdx its instance
     * @param appName name of the app
     * @param resourceType cpu or memory
     * @param alarmLevel warning or critical
     * @param alarmTitle in one line
     * @param alarmMessage in some lines
     * @param regDate when it was raised, in the zone of the dashboard
     */
    record Told(String alarmId, String appGuid, String appIdx, String appName, String resourceType, String alarmLevel,
            String alarmTitle, String alarmMessage, String regDate) {
    }

}
