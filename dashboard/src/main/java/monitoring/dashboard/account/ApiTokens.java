package monitoring.dashboard.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiToken;
import monitoring.storage.account.ApiTokenStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes, checks and takes back the tokens of programs: {@code pm_<id>_<secret>}, 256 bits
 * of chance, of which a hash is kept.
 */
@Component
class ApiTokens {

    /**
     * The most tokens of one account, so that a forgotten script cannot fill the table.
     */
    private static final int MOST = 50;

    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();

    private final ApiTokenStore tokens;

    private final AccountStore accounts;

    private final Audit audit;

    private final Clock clock;

    ApiTokens(ApiTokenStore tokens, AccountStore accounts, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The tokens of the one who is signed in. */
    List<ApiToken> own() {
        return this.tokens.ofAccount(Audit.user());
    }

    /** Makes a token; its text is given this once. */
    Fresh create(ApiTokenForm form) {
        if (own().size() >= MOST) {
            throw new InvalidInputException("tokens", MOST + " are there", "one to be taken back first");
        }
        String id = HEX.formatHex(bytes(8));
        String text = "pm_" + id + "_" + HEX.formatHex(bytes(32));
        Instant now = this.clock.instant();
        ApiToken token = new ApiToken(id, Audit.user(), form.checkedName(), hash(text), form.checkedScope(), now,
                now.plus(Duration.ofDays(form.checkedDays())), null);
        this.tokens.append(token);
        this.audit.record("token.create", "api_tokens/" + id, AuditDetails.of(token));
        return new Fresh(token, text);
    }

    /** Takes back a token of the one who is signed in. */
    void revoke(String id) {
        ApiToken token = this.tokens.find(id)
            .filter((one) -> one.account().equals(Audit.user()))
            .orElseThrow(() -> new NotFoundException("token", id));
        this.tokens.delete(id);
        this.audit.record("token.revoke", "api_tokens/" + id, AuditDetails.of(token));
    }

    /** Ends what an account's tokens are good for, until it is vouched for again. */
    void suspend(String account) {
        int tokens = this.tokens.suspend(account, this.clock.instant());
        if (tokens > 0) {
            this.audit.record(account, "token.suspend", "accounts/" + account, tokens + " tokens");
        }
    }

    /** Makes tokens good again that were suspended. */
    void resume(String account) {
        int tokens = this.tokens.resume(account);
        if (tokens > 0) {
            this.audit.record(account, "token.resume", "accounts/" + account, tokens + " tokens");
        }
    }

    /**
     * Who a program is that sends a token; empty for a token that is not or no longer
     * good.
     */
    Optional<SignedIn> signIn(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 3 || !"pm".equals(parts[0]) || text.length() > 200) {
            return Optional.empty();
        }
        Instant now = this.clock.instant();
        Optional<ApiToken> good = this.tokens.find(parts[1])
            .filter((token) -> MessageDigest.isEqual(bytes(token.hash()), bytes(hash(text))))
            .filter((token) -> now.isBefore(token.expiresAt()));
        good.ifPresent((token) -> remember(token, now));
        return good.flatMap((token) -> this.accounts.account(token.account())
            .filter(Account::enabled)
            .map((account) -> SignedIn.byToken(account, token.scope())));
    }

    private void remember(ApiToken token, Instant now) {
        @Nullable Instant used = token.usedAt();
        if (used == null || Duration.between(used, now).compareTo(Duration.ofMinutes(1)) >= 0) {
            this.tokens.used(token.id(), now);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        this.random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A slow hash is for passwords; nobody guesses 256 bits. */
    private static String hash(String text) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256: not there (expected: in every JRE)", ex);
        }
    }

    /**
     * A token and its text.
     *
     * @param token what is kept
     * @param text what the program sends; not kept
     */
    public record Fresh(ApiToken token, String text) {

        /** Without the text. */
        @Override
        public String toString() {
            return this.token.toString();
        }

    }

}
