package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that were given out, and whether a caller is let in. They are gone after a
 * restart.
 */
public final class Tokens {

    private final LoginProperties properties;

    private final Clock clock;

    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    private final SecureRandom random = new SecureRandom();

    public Tokens(LoginProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    String issue() {
        Instant now = this.clock.instant();
        this.expiries.values().removeIf((expiry) -> expiry.isBefore(now));
        byte[] bytes = new byte[24];
        this.random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        this.expiries.put(token, now.plus(this.properties.tokenLifetime()));
        return token;
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
        if (authorization == null || !authorization.regionMatches(true, 0, "bearer ", 0, 7)) {
            return false;
        }
        Instant expiry = this.expiries.get(authorization.substring(7).strip());
        return expiry != null && this.clock.instant().isBefore(expiry);
    }

    /** Whether a caller is let in by token, or by user and password. */
    public boolean letsInAlsoByPassword(@Nullable String authorization) {
        return letsIn(authorization) || isPassword(passwordOf(authorization));
    }

    static @Nullable String passwordOf(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "basic ", 0, 6)) {
            return null;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(6).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return (colon > 0) ? pair.substring(colon + 1) : null;
        }
        catch (IllegalArgumentException ex) {
            return null; // no Base64: as good as no password
        }
    }

}
