package monitoring.storage.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the tokens of programs. They go with their account. */
public interface ApiTokenStore {

    /** The tokens of an account, newest first. */
    List<ApiToken> ofAccount(String account);

    Optional<ApiToken> find(String id);

    /** Keeps a new token. */
    void append(ApiToken token);

    /** Remembers that a token was used. */
    void used(String id, Instant at);

    void delete(String id);

}
