package monitoring.storage.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the tokens of programs. They go with their account. */
public interface ApiTokenStore {

    /** The tokens of an account, newest first. */
    List<ApiToken> ofAccount(String account);

    /** A token, if it is there and not suspended. */
    Optional<ApiToken> find(String id);

    /** Keeps a new token. */
    void append(ApiToken token);

    /** Remembers that a token was used. */
    void used(String id, Instant at);

    void delete(String id);

    /**
     * Makes the tokens of an account no good for the time being.
     * @return how many were good before
     */
    int suspend(String account, Instant at);

    /**
     * Makes the suspended tokens of an account good again, as long as they would have
     * been.
     * @return how many were suspended
     */
    int resume(String account);

}
