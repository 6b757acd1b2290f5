package monitoring.storage.notification;

import java.time.Instant;

/** Which report went to whom. */
public interface SentReports {

    /**
     * Takes a report for sending.
     * @param report such as {@code week-2026-11-16}
     * @return whether it is the caller's; false if somebody has it, or sent it
     */
    boolean take(String report, String address, Instant now);

    /** Gives a report back that could not be sent. */
    void giveBack(String report, String address);

    int forgetBefore(Instant time);

}
