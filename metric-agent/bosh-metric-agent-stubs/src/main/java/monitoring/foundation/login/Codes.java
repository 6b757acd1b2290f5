package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Codes that were given to browsers; each is good once, and for five minutes. */
@Component
class Codes {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Clock clock;

    private final SecureRandom random = new SecureRandom();

    private final Map<String, Code> open = new ConcurrentHashMap<>();

    Codes(Clock clock) {
        this.clock = clock;
    }

    String issue(AuthorizeRequest request, SimulatedUser user) {
        Instant now = this.clock.instant();
        this.open.values().removeIf((code) -> code.until().isBefore(now));
        byte[] bytes = new byte[24];
        this.random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        List<String> scopes = request.scopes().stream().filter(user::has).toList();
        this.open.put(text, new Code(request, user, scopes, now.plus(LIFETIME)));
        return text;
    }

    /**
     * What a code was given for, if everything fits; the code is used up in any case.
     * @param form of the token request
     * @param client that asks
     */
    Optional<Code> redeem(Map<String, String> form, String client) {
        Code code = this.open.remove(form.getOrDefault("code", ""));
        return Optional.ofNullable(code)
            .filter((one) -> this.clock.instant().isBefore(one.until()))
            .filter((one) -> one.request().clientId().equals(client))
            .filter((one) -> one.request().redirectUri().equals(form.get("redirect_uri")))
            .filter((one) -> isProven(one.request(), form.getOrDefault("code_verifier", "")));
    }

    /** RFC 7636: whoever redeems the code is the one who asked for it. */
    private static boolean isProven(AuthorizeRequest request, String verifier) {
        if (request.challenge().isEmpty()) {
            return verifier.isEmpty();
        }
        return MessageDigest.isEqual(bytes(request.challenge()), bytes(hash(verifier)));
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(verifier)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256: not there (expected: in every JRE)", ex);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A code that is still open.
     *
     * @param request it answers
     * @param user who signed in
     * @param scopes that were granted
     * @param until when it is over
     */
    record Code(AuthorizeRequest request, SimulatedUser user, List<String> scopes, Instant until) {
    }

}
