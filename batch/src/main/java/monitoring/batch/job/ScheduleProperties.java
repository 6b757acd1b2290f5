package monitoring.batch.job;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often each job runs.
 *
 * @param inventory BOSH and CF are asked
 * @param alarm values are compared with policies
 * @param notification the outbox is looked into
 * @param scaling scaling policies are looked at
 * @param upkeep old things are forgotten
 */
@ConfigurationProperties("batch")
public record ScheduleProperties(@DefaultValue Inventory inventory, @DefaultValue Alarm alarm,
        @DefaultValue Notification notification, @DefaultValue Scaling scaling, @DefaultValue Upkeep upkeep) {

    private static void check(String job, Duration interval) {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("batch." + job + ".interval: " + interval + " (expected: >= 1s)");
        }
    }

    /** Of the inventory job. */
    public record Inventory(@DefaultValue("60s") Duration interval) {

        public Inventory {
            check("inventory", interval);
        }

    }

    /** Of the alarm job. */
    public record Alarm(@DefaultValue("60s") Duration interval) {

        public Alarm {
            check("alarm", interval);
        }

    }

    /** Of the notification job. */
    public record Notification(@DefaultValue("5s") Duration interval) {

        public Notification {
            check("notification", interval);
        }

    }

    /** Of the scaling job. */
    public record Scaling(@DefaultValue("60s") Duration interval) {

        public Scaling {
            check("scaling", interval);
        }

    }

    /** Of the upkeep job. */
    public record Upkeep(@DefaultValue("1h") Duration interval) {

        public Upkeep {
            check("upkeep", interval);
        }

    }

}
