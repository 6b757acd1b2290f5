package monitoring.storage.alarm;

import static java.util.Objects.requireNonNull;

/**
 * What PaaS-TA's readers show of an alarm: its {@code alarm_title} and
 * {@code alarm_message}.
 *
 * @param title one line
 * @param message some lines
 */
public record AlarmText(String title, String message) {

    public AlarmText {
        requireNonNull(title, "title");
        requireNonNull(message, "message");
    }

}
