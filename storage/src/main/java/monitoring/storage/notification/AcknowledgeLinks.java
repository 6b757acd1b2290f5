package monitoring.storage.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * Signs the links of mails, and knows which of them were used. Every program on the same
 * tables signs with the same key.
 */
public interface AcknowledgeLinks {

    /** What stands in the address: the link and its signature, in characters of URLs. */
    String token(AcknowledgeLink link);

    /** The link that a token stands for; empty if nobody here signed it. */
    Optional<AcknowledgeLink> read(String token);

    boolean isUsed(AcknowledgeLink link);

    /**
     * Uses a link up. Takes part in the caller's transaction.
     * @param user who used it
     * @return whether it was unused until now
     */
    boolean use(AcknowledgeLink link, String user, Instant now);

    /** Forgets used links that are expired anyway. */
    int forgetExpired(Instant now);

}
