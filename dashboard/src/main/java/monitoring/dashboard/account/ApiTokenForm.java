package monitoring.dashboard.account;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.account.ApiScope;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is asked for.
 *
 * @param name what it is for
 * @param scope what it may do at most
 * @param days how long it is good, 1..365
 */
public record ApiTokenForm(@Nullable String name, @Nullable ApiScope scope, @Nullable Integer days) {

    String checkedName() {
        String called = (this.name == null) ? "" : this.name.strip();
        if (called.isEmpty() || called.length() > 100) {
            throw new InvalidInputException("name", called.isEmpty() ? "blank" : called.length() + " characters",
                    "what it is for, in at most 100 characters");
        }
        return called;
    }

    ApiScope checkedScope() {
        if (this.scope == null) {
            throw new InvalidInputException("scope", "nothing", "READ, OPERATE or ADMINISTER");
        }
        return this.scope;
    }

    int checkedDays() {
        int asked = (this.days == null) ? 90 : this.days;
        if (asked < 1 || asked > 365) {
            throw new InvalidInputException("days", asked, "1..365");
        }
        return asked;
    }

}
