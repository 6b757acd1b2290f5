package monitoring.dashboard.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import monitoring.dashboard.web.NotFoundException;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** The sessions that are open in this dashboard, and how they are ended from outside. */
@Component
class OpenSessions {

    private final SessionRegistry registry;

    private final SessionTraces traces;

    private final Audit audit;

    OpenSessions(SessionRegistry registry, SessionTraces traces, Audit audit) {
        this.registry = registry;
        this.traces = traces;
        this.audit = audit;
    }

    /** The sessions of an account, the one used last first. */
    List<OpenSession> of(String account, String current) {
        return sessions(account).stream()
            .map((one) -> open(one, current))
            .sorted(Comparator.comparing(OpenSession::usedAt).reversed())
            .toList();
    }

    private OpenSession open(SessionInformation one, String current) {
        SessionTraces.Trace trace = this.traces.of(one.getSessionId());
        return new OpenSession(handle(one.getSessionId()), trace.browser(), trace.address(),
                one.getLastRequest().toInstant(), one.getSessionId().equals(current));
    }

    /**
     * Ends one session of an account; its next request is sent to the page to sign in.
     */
    void end(String account, String handle) {
        SessionInformation found = sessions(account).stream()
            .filter((one) -> handle(one.getSessionId()).equals(handle))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("session", handle));
        found.expireNow();
        this.audit.record("session.end", "accounts/" + account, AuditDetail.of("session", handle));
    }

    /**
     * Ends all sessions of an account.
     * @return how many there were
     */
    int endAll(String account) {
        List<SessionInformation> all = sessions(account);
        all.forEach(SessionInformation::expireNow);
        this.audit.record("session.end", "accounts/" + account, all.size() + " sessions");
        return all.size();
    }

    private List<SessionInformation> sessions(String account) {
        return this.registry.getAllPrincipals()
            .stream()
            .filter((one) -> one instanceof SignedIn signedIn && signedIn.name().equals(account))
            .flatMap((one) -> this.registry.getAllSessions(one, false).stream())
            .toList();
    }

    /** What names a session without being a key to it. */
    private static String handle(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256: not there (expected: in every JRE)", ex);
        }
    }

    /**
     * An open session.
     *
     * @param id names it; not the value of the cookie
     * @param browser of its last request, such as {@code Firefox, Windows}; empty if not
     * known
     * @param address from which its last request came, empty if not known
     * @param usedAt its last request
     * @param current whether it is the one that asks
     */
    public record OpenSession(String id, String browser, String address, Instant usedAt, boolean current) {
    }

}
