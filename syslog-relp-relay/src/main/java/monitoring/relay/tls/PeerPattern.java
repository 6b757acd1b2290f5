package monitoring.relay.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * One peer that is let in, by name or by fingerprint, as rsyslog writes them. A star
 * stands for one component of a name, or for its begin or end; it never crosses a point.
 */
final class PeerPattern {

    private static final String COMPONENT = "(\\*|\\*?[A-Za-z0-9_-]+|[A-Za-z0-9_-]+\\*)";

    private static final String NAME = COMPONENT + "(\\." + COMPONENT + ")*";

    private static final String FINGERPRINT = "(?i)(SHA1(:[0-9a-f]{2}){20}|SHA256(:[0-9a-f]{2}){32})";

    private final String pattern;

    PeerPattern(String pattern) {
        this.pattern = pattern;
    }

    static boolean isValid(String pattern) {
        return isFingerprint(pattern) || !pattern.contains(":") && pattern.matches(NAME);
    }

    static boolean isFingerprint(String pattern) {
        return pattern.matches(FINGERPRINT);
    }

    boolean isFingerprint() {
        return isFingerprint(this.pattern);
    }

    boolean matches(X509Certificate certificate) throws CertificateEncodingException {
        boolean sha1 = this.pattern.regionMatches(true, 0, "SHA1:", 0, 5);
        byte[] expected = HexFormat.of()
            .parseHex(this.pattern.substring(this.pattern.indexOf(':') + 1).replace(":", ""));
        return MessageDigest.isEqual(expected, digest(sha1 ? "SHA-1" : "SHA-256", certificate.getEncoded()));
    }

    boolean matches(List<String> names) {
        return names.stream().anyMatch(this::matchesName);
    }

    private boolean matchesName(String name) {
        String[] wanted = this.pattern.toLowerCase(Locale.ROOT).split("\\.");
        String[] found = name.toLowerCase(Locale.ROOT).split("\\.");
        if (wanted.length != found.length || Arrays.asList(found).contains("")) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!matchesComponent(wanted[i], found[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesComponent(String wanted, String found) {
        if (wanted.startsWith("*")) {
            return found.endsWith(wanted.substring(1));
        }
        if (wanted.endsWith("*")) {
            return found.startsWith(wanted.substring(0, wanted.length() - 1));
        }
        return wanted.equals(found);
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex); // every JVM has both
        }
    }

    @Override
    public String toString() {
        return this.pattern;
    }

}
