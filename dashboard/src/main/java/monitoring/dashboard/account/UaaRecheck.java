package monitoring.dashboard.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import monitoring.dashboard.account.UaaRefusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks the UAA now and then whether it still vouches for somebody who is signed in, and
 * what they may by now. While it is away a session goes on, but not for long.
 */
@Component
class UaaRecheck {

    private static final Logger logger = LoggerFactory.getLogger(UaaRecheck.class);

    /** So long a UAA that did not answer is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final UaaProperties properties;

    private final Uaa uaa;

    private final UaaUsers users;

    private final Audit audit;

    private final Clock clock;

    UaaRecheck(UaaProperties properties, Uaa uaa, UaaUsers users, Audit audit, Clock clock) {
        this.properties = properties;
        this.uaa = uaa;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Why a session is over, empty while it is not. Requests of one session that come
     * while the UAA is asked wait for its answer.
     */
    Optional<Reason> objection(SignedIn who, UaaGrant grant) {
        synchronized (grant) {
            Instant now = this.clock.instant();
            if (!grant.isDue(now)) {
                return Optional.empty();
            }
            try {
                ask(who, grant, now);
                return Optional.empty();
            }
            catch (UaaRefusal refusal) {
                return weigh(who, grant, refusal);
            }
            catch (DataAccessException | TransactionException ex) {
                grant.later(now.plus(PAUSE));
                return Optional.empty();
            }
        }
    }

    private void ask(SignedIn who, UaaGrant grant, Instant now) {
        if (grant.refreshToken().isEmpty()) {
            throw new UaaRefusal(Reason.ENDED,
                    who.name() + ": no refresh token (expected: grant type refresh_token of the client)");
        }
        Uaa.Renewed renewed = this.uaa.renew(grant.refreshToken());
        this.users.hold(who.name(), renewed);
        grant.vouched(renewed.refreshToken(), now, now.plus(this.properties.recheck()));
    }

    private Optional<Reason> weigh(SignedIn who, UaaGrant grant, UaaRefusal refusal) {
        Instant now = this.clock.instant();
        boolean unsure = refusal.reason() == Reason.AWAY || refusal.reason() == Reason.UNCLEAR;
        if (unsure && grant.unvouched(now).compareTo(this.properties.patience()) < 0) {
            grant.later(now.plus(PAUSE));
            logger.warn("{} stays signed in, for {} without the word of the UAA so far: {}", who.name(),
                    grant.unvouched(now).truncatedTo(ChronoUnit.SECONDS), refusal.getMessage());
            return Optional.empty();
        }
        logger.info("{} is signed out ({}): {}", who.name(), refusal.reason().word(), refusal.getMessage());
        try {
            // a UAA that gives nothing to ask it by refuses nobody
            if (refusal.isOfPerson() && !grant.refreshToken().isEmpty()) {
                this.users.refused(who.name());
            }
            this.audit.record(who.name(), "session.end", "accounts/" + who.name(),
                    AuditDetail.of("uaa", refusal.reason().word()));
        }
        catch (DataAccessException | TransactionException ex) {
            logger.warn("The end of a session of {} stands in no audit, and tokens may go on, the database is away: {}",
                    who.name(), ex.getMessage());
        }
        return Optional.of(refusal.reason());
    }

}
