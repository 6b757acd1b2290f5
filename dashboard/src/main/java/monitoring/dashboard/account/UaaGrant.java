package monitoring.dashboard.account;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a session may go on without the UAA being asked, and by what it is asked.
 * Whoever asks holds its monitor meanwhile.
 */
final class UaaGrant {

    /** Under this name it stands in the session. */
    static final String ATTRIBUTE = UaaGrant.class.getName();

    private String refreshToken;

    private Instant vouchedAt;

    private Instant next;

    /**
     * Begins with a sign-in.
     * @param refreshToken by which the UAA is asked, empty where it gave none
     * @param vouchedAt when it vouched for the person
     * @param next when it is to be asked again
     */
    UaaGrant(String refreshToken, Instant vouchedAt, Instant next) {
        this.refreshToken = refreshToken;
        this.vouchedAt = vouchedAt;
        this.next = next;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(this.next);
    }

    String refreshToken() {
        return this.refreshToken;
    }

    /** Since when nobody vouched for the person. */
    Duration unvouched(Instant now) {
        return Duration.between(this.vouchedAt, now);
    }

    void vouched(String refreshToken, Instant now, Instant next) {
        this.refreshToken = refreshToken;
        this.vouchedAt = now;
        this.next = next;
    }

    /** It could not be asked. */
    void later(Instant next) {
        this.next = next;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "vouched for at " + this.vouchedAt + ", to be asked for at " + this.next;
    }

}
