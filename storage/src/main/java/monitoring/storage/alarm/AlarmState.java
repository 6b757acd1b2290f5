package monitoring.storage.alarm;

/** The life of an alarm. */
public enum AlarmState {

    /** Breached, but not for long enough. */
    PENDING,
    /** Told; PaaS-TA's {@code resolve_status} 1. */
    RAISED,
    /** Somebody works on it; PaaS-TA's {@code resolve_status} 2. */
    ACKNOWLEDGED,
    /** Over; PaaS-TA's {@code resolve_status} 3. */
    RESOLVED;

    public boolean isOpen() {
        return this != RESOLVED;
    }

}
