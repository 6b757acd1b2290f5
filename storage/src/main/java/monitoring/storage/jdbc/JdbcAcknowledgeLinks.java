package monitoring.storage.jdbc;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import monitoring.storage.notification.AcknowledgeLink;
import monitoring.storage.notification.AcknowledgeLinks;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Signs links with HMAC-SHA-256. The key stands in SQL, where both programs are at home;
 * whoever may read it there may change the alarms themselves, too.
 */
final class JdbcAcknowledgeLinks implements AcknowledgeLinks {

    private static final String KEY = "acknowledge";

    private static final int KEY_BYTES = 32;

    /** Longer tokens are not looked at. */
    private static final int LONGEST = 2000;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    private final Database database;

    JdbcAcknowledgeLinks(Database database) {
        this.database = database;
    }

    @Override
    public String token(AcknowledgeLink link) {
        String content = ENCODER.encodeToString(content(link).getBytes(UTF_8));
        return content + "." + ENCODER.encodeToString(mac(content));
    }

    @Override
    public Optional<AcknowledgeLink> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        String content = token.substring(0, dot);
        String signature = ENCODER.encodeToString(mac(content));
        // Compared as text: the last character of Base64 has spare bits, so that several
        // texts stand for the same bytes.
        return MessageDigest.isEqual(signature.getBytes(UTF_8), token.substring(dot + 1).getBytes(UTF_8))
                ? Optional.of(link(new String(Base64.getUrlDecoder().decode(content), UTF_8))) : Optional.empty();
    }

    private static String content(AcknowledgeLink link) {
        return link.expiresAt().getEpochSecond() + "\n" + link.receiverId() + "\n" + link.messageId();
    }

    private static AcknowledgeLink link(String content) {
        String[] parts = content.split("\n", 3);
        return new AcknowledgeLink(parts[2], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    private byte[] mac(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret()), "HmacSHA256"));
            return mac.doFinal((KEY + ":" + content).getBytes(UTF_8));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HmacSHA256 is missing in this JVM", ex);
        }
    }

    /** Asked for each time, so that a key that was deleted is void everywhere at once. */
    private String secret() {
        return kept().orElseGet(() -> {
            byte[] secret = new byte[KEY_BYTES];
            this.random.nextBytes(secret);
            this.database.insertIfAbsent("signing_keys",
                    new Row().with("name", KEY)
                        .with("secret", Base64.getEncoder().encodeToString(secret))
                        .withMicros("created_at", this.database.now()));
            return kept().orElseThrow(() -> Database.missing("signing_keys", KEY));
        });
    }

    private Optional<String> kept() {
        return this.database.sql("select secret from signing_keys where name = ?")
            .param(KEY)
            .query(String.class)
            .optional();
    }

    @Override
    public boolean isUsed(AcknowledgeLink link) {
        return this.database.sql("select count(*) from used_links where link = ?")
            .param(digest(link))
            .query(Integer.class)
            .single() > 0;
    }

    @Override
    public boolean use(AcknowledgeLink link, String user, Instant now) {
        return this.database.insertIfAbsent("used_links",
                new Row().with("link", digest(link))
                    .withText("used_by", user, 255)
                    .withMicros("used_at", now)
                    .withMicros("expires_at", link.expiresAt()));
    }

    /** Without the expiry: a mail that is sent again does not count anew. */
    private static String digest(AcknowledgeLink link) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((link.receiverId() + "\n" + link.messageId()).getBytes(UTF_8)));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("SHA-256 is missing in this JVM", ex);
        }
    }

    @Override
    public int forgetExpired(Instant now) {
        return this.database.sql("delete from used_links where expires_at < ?").param(Times.micros(now)).update();
    }

}
