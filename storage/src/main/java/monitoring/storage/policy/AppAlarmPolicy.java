package monitoring.storage.policy;

import java.time.Duration;

import static java.util.Objects.requireNonNull;

/**
 * What an app's owner registered in the Portal: raise an alarm when an instance exceeds a
 * threshold.
 *
 * @param appGuid the app, key of {@code app_alarm_policies}
 * @param cpu limits in percent of one core
 * @param memory limits in percent of the quota
 * @param measureTime window of the mean
 * @param email where to, empty for nowhere
 * @param emailSent whether mails are wanted
 * @param enabled whether it is watched at all
 */
public record AppAlarmPolicy(String appGuid, Threshold cpu, Threshold memory, Duration measureTime, String email,
        boolean emailSent, boolean enabled) {

    public AppAlarmPolicy {
        requireNonNull(appGuid, "appGuid");
        requireNonNull(cpu, "cpu");
        requireNonNull(memory, "memory");
        requireNonNull(email, "email");
        if (measureTime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("measureTime: " + measureTime + " (expected: > 0 s)");
        }
    }

}
