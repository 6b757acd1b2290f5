package monitoring.dashboard.account;

import java.util.Locale;

import org.springframework.security.core.AuthenticationException;

/** Signals that somebody whom the UAA knows is not let in, or not any longer. */
final class UaaRefusal extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UaaRefusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UaaRefusal(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return this.reason;
    }

    /**
     * Whether it says what the person may no more, and not that nobody knows at present.
     */
    boolean isOfPerson() {
        return this.reason == Reason.ENDED || this.reason == Reason.NOTHING || this.reason == Reason.TOO_MUCH;
    }

    /** Why, as the page to sign in says it. */
    enum Reason {

        /** There is no UAA. */
        OFF,
        /** The UAA, or the CF API, does not answer. */
        AWAY,
        /** Its answer was not understood, or it does not take this dashboard. */
        UNCLEAR,
        /** The person did not agree. */
        CANCELLED,
        /** The attempt was begun in another browser, too long ago, or used already. */
        OVER,
        /** None of the scopes, and no organization. */
        NOTHING,
        /** More organizations than an account can hold. */
        TOO_MUCH,
        /** The name belongs to another account. */
        TAKEN,
        /** There is no account, and none is made. */
        NO_ACCOUNT,
        /** The account may not sign in. */
        DISABLED,
        /** The UAA does not vouch any more for somebody who was signed in. */
        ENDED;

        /** As it stands in addresses and in the names of messages. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

    }

}
