package monitoring.dashboard.alarm;

import java.nio.charset.StandardCharsets;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Where what an alarm is about is shown. Alarms of no machine and no app, such as that no
 * samples come at all, lead nowhere.
 */
public final class TargetLinks {

    private TargetLinks() {
    }

    /** The page of the VM, director or app; null where there is none. */
    public static @Nullable String page(Alarm alarm) {
        AlarmTarget target = alarm.target();
        if (isNowhere(alarm)) {
            return null;
        }
        if (isApp(target)) {
            return "/inventory/apps/" + encoded(target.appGuid());
        }
        return (target.origin() == Origin.BOSH ? "/inventory/bosh/" : "/inventory/") + encoded(target.id());
    }

    /** The search for its log lines of a time; null where there are none. */
    public static @Nullable String logs(Alarm alarm, TimeRange time) {
        return isNowhere(alarm) ? null : "/log?" + lines(alarm) + "&from=" + time.from() + "&to=" + time.to();
    }

    /** What the search for log lines finds them by. */
    static String lines(Alarm alarm) {
        AlarmTarget target = alarm.target();
        return isApp(target) ? "app=" + encoded(target.appGuid()) : "instance=" + encoded(target.id());
    }

    private static boolean isNowhere(Alarm alarm) {
        boolean app = isApp(alarm.target());
        return alarm.resource() == Resource.BLIND || alarm.resource() == Resource.NOTIFICATION
                || (app ? alarm.target().appGuid() : alarm.target().id()).isEmpty();
    }

    private static boolean isApp(AlarmTarget target) {
        return target.origin() == Origin.CONTAINER || target.origin() == Origin.APP;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

}
