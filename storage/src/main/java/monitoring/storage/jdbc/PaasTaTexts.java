package monitoring.storage.jdbc;

import java.util.Locale;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;

/**
 * What PaaS-TA's readers show of an alarm, word for word and blank for blank as its batch
 * wrote it; and of alarms that it did not know in the same tone.
 */
final class PaasTaTexts {

    private PaasTaTexts() {
    }

    static String title(Alarm alarm) {
        String name = name(alarm);
        String level = alarm.severity().code();
        String resource = alarm.resource().code();
        return switch (alarm.resource()) {
            case HEARTBEAT -> "[" + name + "]가 다운되었습니다.";
            case BLIND -> "[" + name + "] 모니터링 불가";
            case NOTIFICATION -> "[" + name + "] 알림 전송 불가";
            default -> (alarm.target().origin() == Origin.CONTAINER) ? name + " App 상태 " + capital(level) + "."
                    : (alarm.target().origin() == Origin.APP) ? name + " App의 " + resource + " 상태 - " + level
                            : "[" + name + "]의 " + resource + " 상태 [" + level + "]";
        };
    }

    static String message(Alarm alarm) {
        String resource = alarm.resource().code();
        return switch (alarm.resource()) {
            case HEARTBEAT, BLIND, NOTIFICATION -> title(alarm);
            case PROCESS -> "[" + name(alarm) + "]의 프로세스가 실행되고 있지 않습니다.";
            default -> name(alarm) + " " + resource + "의 상태" + alarm.severity().code() + "\n" + resource + " 의 임계치인"
                    + limit(alarm.reading().threshold()) + unit(alarm) + "를 초과하였습니다. \n 현재 사용률 ["
                    + String.format(Locale.ROOT, "%.2f", alarm.reading().value()) + "]" + unit(alarm) + " 입니다.";
        };
    }

    private static String name(Alarm alarm) {
        AlarmTarget target = alarm.target();
        return AlarmRows.isOfApp(target) ? AlarmRows.appName(target) + "[" + AlarmRows.appIndex(target) + "]"
                : target.name();
    }

    /** PaaS-TA's thresholds are whole numbers. */
    private static String limit(double threshold) {
        boolean whole = threshold == Math.rint(threshold);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", threshold);
    }

    private static String unit(Alarm alarm) {
        return switch (alarm.resource()) {
            case LOAD -> "";
            case NETWORK -> "/s";
            default -> "%";
        };
    }

    private static String capital(String level) {
        return level.substring(0, 1).toUpperCase(Locale.ROOT) + level.substring(1);
    }

}
