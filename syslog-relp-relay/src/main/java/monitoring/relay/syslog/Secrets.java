package monitoring.relay.syslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks passwords, tokens and keys. Names are looked for first, because almost no message
 * has one and a pattern costs more than all the rest of the parsing.
 */
final class Secrets {

    static final String MASK = "***";

    private static final List<String> NAMES = List.of("password", "passwd", "passphrase", "secret", "token", "api_key",
            "apikey", "api-key", "private_key", "credential", "authorization", "access_key");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic) +[A-Za-z0-9._~+/=-]{8,}");

    private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@\"']{1,64}:)[^/\\s@\"']{1,256}@");

    private static final Pattern SERVICES = Pattern.compile("(?i)(vcap_services[\"']?\\s*[:=]\\s*).*", Pattern.DOTALL);

    private final List<String> starts = new ArrayList<>();

    private final Pattern named;

    Secrets(List<String> further) {
        List<String> names = new ArrayList<>(NAMES);
        further.forEach((name) -> names.add(name.toLowerCase(Locale.ROOT)));
        for (String name : names) {
            // without the first letter, so that one look finds password and Password
            add(name.substring(1));
            add(name.substring(1).toUpperCase(Locale.ROOT));
        }
        String words = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        this.named = Pattern.compile("(?i)([\\w.-]{0,64}(?:" + words + ")[\\w.-]{0,32}[\"']?\\s{0,3}[:=]\\s{0,3})"
                + "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'|(?!\\{|\\[)[^\\s,;&\"'})\\]]++)");
    }

    private void add(String start) {
        if (this.starts.stream().noneMatch(start::contains)) {
            this.starts.add(start);
        }
    }

    String mask(String text) {
        String masked = text;
        // before the names: "Authorization: Bearer x" would lose its second word only
        if (text.contains("earer ") || text.contains("EARER ") || text.contains("asic ")) {
            masked = BEARER.matcher(masked).replaceAll("$1 " + MASK);
        }
        if (mayHoldName(text)) {
            masked = this.named.matcher(masked)
                .replaceAll((match) -> Matcher
                    .quoteReplacement(match.group(1) + quoted(match.group().substring(match.group(1).length()))));
        }
        if (text.contains("://") && text.indexOf('@') >= 0) {
            masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
        }
        if (text.contains("VCAP_SERVICES") || text.contains("vcap_services")) {
            masked = SERVICES.matcher(masked).replaceAll("$1\"" + MASK + "\"");
        }
        return masked;
    }

    /** What was quoted stays so, or JSON would be none any more. */
    private static String quoted(String value) {
        char quote = value.charAt(0);
        return (quote == '"' || quote == '\'') ? quote + MASK + quote : MASK;
    }

    private boolean mayHoldName(String text) {
        for (String start : this.starts) {
            if (text.contains(start)) {
                return true;
            }
        }
        return false;
    }

}
