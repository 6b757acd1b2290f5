package monitoring.storage.alarm;

import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageRequest;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Asks for what the user portal was told of an app.
 *
 * @param appGuid GUID of the app
 * @param resource PaaS-TA's code of the resource, empty for any
 * @param level PaaS-TA's code of the severity, empty for any
 * @param told told within, null for any time
 * @param page which part
 */
public record AppAlarmQuery(String appGuid, String resource, String level, @Nullable TimeRange told, PageRequest page) {

    public AppAlarmQuery {
        if (appGuid.isBlank()) {
            throw new IllegalArgumentException("appGuid: blank (expected: the GUID of an app)");
        }
        requireNonNull(resource, "resource");
        requireNonNull(level, "level");
        requireNonNull(page, "page");
    }

}
