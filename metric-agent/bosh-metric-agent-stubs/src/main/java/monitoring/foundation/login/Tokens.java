package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that were given out, and whether a caller is let in. They are gone after a
 * restart.
 */
public final class Tokens {

    private static final String[] NOBODY = { "" };

    private final LoginProperties properties;

    private final Clock clock;

    private final Map<String, Given> given = new ConcurrentHashMap<>();

    private final SecureRandom random = new SecureRandom();

    public Tokens(LoginProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Makes a token for a program, which may do everything. */
    String issue() {
        byte[] bytes = new byte[24];
        this.random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        remember(token, null);
        return token;
    }

    /** Remembers a token of a user, so that the CF API lets it in. */
    void remember(String token, @Nullable SimulatedUser user) {
        Instant now = this.clock.instant();
        this.given.values().removeIf((one) -> one.until().isBefore(now));
        this.given.put(token, new Given(now.plus(this.properties.tokenLifetime()), user));
    }

    long lifetimeSeconds() {
        return this.properties.tokenLifetime().toSeconds();
    }

    boolean isPassword(@Nullable String password) {
        return password != null
                && (this.properties.password().isEmpty() || this.properties.password().equals(password));
    }

    /** Whether a caller with an {@code Authorization} header is let in by token. */
    public boolean letsIn(@Nullable String authorization) {
        return find(authorization).isPresent();
    }

    /** The user whose token it is; nobody for that of a program. */
    public Optional<SimulatedUser> userOf(@Nullable String authorization) {
        return find(authorization).map(Given::user);
    }

    private Optional<Given> find(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "bearer ", 0, 7)) {
            return Optional.empty();
        }
        return Optional.ofNullable(this.given.get(authorization.substring(7).strip()))
            .filter((one) -> this.clock.instant().isBefore(one.until()));
    }

    /** Whether a caller is let in by token, or by user and password. */
    public boolean letsInAlsoByPassword(@Nullable String authorization) {
        return letsIn(authorization) || isPassword(passwordOf(authorization));
    }

    static @Nullable String passwordOf(@Nullable String authorization) {
        String[] pair = pair(authorization);
        return (pair.length == 2) ? pair[1] : null;
    }

    /** The name of a caller who is let in by name and password; empty for others. */
    static String nameOf(@Nullable String authorization) {
        return pair(authorization)[0];
    }

    private static String[] pair(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "basic ", 0, 6)) {
            return NOBODY;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(6).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return (colon > 0) ? new String[] { pair.substring(0, colon), pair.substring(colon + 1) } : NOBODY;
        }
        catch (IllegalArgumentException ex) {
            return NOBODY; // no Base64: as good as no password
        }
    }

    /**
     * A token that was given out.
     *
     * @param until when it is over
     * @param user whose it is, null for that of a program
     */
    private record Given(Instant until, @Nullable SimulatedUser user) {
    }

}
