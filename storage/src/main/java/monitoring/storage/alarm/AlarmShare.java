package monitoring.storage.alarm;

import static java.util.Objects.requireNonNull;

/**
 * How many alarms have something in common, in a period and in the one before.
 *
 * @param name what they have in common
 * @param count in the period
 * @param before in the period before
 */
public record AlarmShare(String name, long count, long before) {

    public AlarmShare {
        requireNonNull(name, "name");
    }

}
