package monitoring.dashboard.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down who signed in, and by which way. */
@Component
class SignInAudit {

    private static final Logger logger = LoggerFactory.getLogger(SignInAudit.class);

    private final Audit audit;

    SignInAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            String way = (signedIn instanceof SignedInAtUaa) ? "UAA" : "password";
            try {
                AuditDetail detail = AuditDetail.of("way", way).with("role", signedIn.account().role());
                this.audit.record(signedIn.name(), "session.start", "accounts/" + signedIn.name(),
                        detail.with("organizations", String.join(", ", signedIn.account().organizations())));
            }
            catch (DataAccessException | TransactionException ex) {
                logger.warn("Sign-in of {} by {} stands in no audit, the database is away: {}", signedIn.name(), way,
                        ex.getMessage());
            }
        }
    }

}
