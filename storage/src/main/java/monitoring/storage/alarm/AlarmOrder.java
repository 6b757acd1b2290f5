package monitoring.storage.alarm;

import static java.util.Objects.requireNonNull;

/**
 * In which order alarms are found. Those that are equal in it come newest first, so that
 * pages neither repeat nor leave out one.
 *
 * @param by what
 * @param descending whether the largest comes first; what has no value comes last anyway
 */
public record AlarmOrder(By by, boolean descending) {

    /** The one raised last first. */
    public static final AlarmOrder NEWEST_FIRST = new AlarmOrder(By.RAISED, true);

    public AlarmOrder {
        requireNonNull(by, "by");
    }

    /** What alarms are put in order by. */
    public enum By {

        RAISED, SEVERITY, TARGET, RESOURCE, VALUE, STATE

    }

}
