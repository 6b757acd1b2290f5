package monitoring.storage.alarm;

import java.io.Serial;

import monitoring.storage.metric.Resource;

/** Signals that another alarm is open already for the same target and resource. */
public final class AlarmConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public AlarmConflictException(AlarmTarget target, Resource resource, Throwable cause) {
        super("alarm of " + target.name() + " (" + target.id() + "), " + resource
                + ": another one is open (expected: at most one)", cause);
    }

}
