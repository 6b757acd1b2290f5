package monitoring.storage.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * What a program signs in with instead of a password. The token itself is not kept.
 *
 * @param id of the token, a part of it
 * @param account whose it is
 * @param name what people call it
 * @param hash SHA-256 of the token, hexadecimal
 * @param scope what it may do at most
 * @param createdAt when it was made
 * @param expiresAt until when it is good
 * @param usedAt when it was last used, to the minute; null if never
 */
public record ApiToken(String id, String account, String name, String hash, ApiScope scope, Instant createdAt,
        Instant expiresAt, @Nullable Instant usedAt) {

    public ApiToken {
        requireNonNull(id, "id");
        requireNonNull(account, "account");
        requireNonNull(hash, "hash");
        requireNonNull(scope, "scope");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(expiresAt, "expiresAt");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of token " + id + ": blank (expected: what it is for)");
        }
    }

    /** Without the hash, which the record's own would print. */
    @Override
    public String toString() {
        return this.name + " (" + this.scope + " of " + this.account + ", until " + this.expiresAt + ")";
    }

}
