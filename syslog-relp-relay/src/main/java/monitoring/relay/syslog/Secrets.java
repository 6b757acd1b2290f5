package monitoring.relay.syslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SEPARATOR = Pattern.compile("[\"']?\\s{0,3}+[:=]\\s{0,3}+");

    private static final Pattern VALUE = Pattern
        .compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^']*+'|(?!\\{|\\[)[^\\s,;&\"'})\\]]++");

    /** As in {@code token_of_the_service=}. */
    private static final int MOST_AFTER_NAME = 32;

    private final List<String> starts = new ArrayList<>();

    private final List<String> names = new ArrayList<>(NAMES);

    /** Characters before a separator in which a name is looked for. */
    private final int reach;

    Secrets(List<String> further) {
        further.forEach((name) -> this.names.add(name.toLowerCase(Locale.ROOT)));
        for (String name : this.names) {
            // without the first letter, so that one look finds password and Password
            add(name.substring(1));
            add(name.substring(1).toUpperCase(Locale.ROOT));
        }
        this.reach = MOST_AFTER_NAME + this.names.stream().mapToInt(String::length).max().orElse(0);
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
            masked = maskNamed(masked);
        }
        if (text.contains("://") && text.indexOf('@') >= 0) {
            masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
        }
        if (text.contains("VCAP_SERVICES") || text.contains("vcap_services")) {
            masked = SERVICES.matcher(masked).replaceAll("$1\"" + MASK + "\"");
        }
        return masked;
    }

    /**
     * From one separator to the next, so that it takes no longer where a line is one long
     * word.
     */
    private String maskNamed(String text) {
        StringBuilder masked = new StringBuilder();
        Matcher separator = SEPARATOR.matcher(text);
        Matcher value = VALUE.matcher(text);
        int kept = 0;
        while (separator.find()) {
            boolean secret = separator.start() >= kept && namesSecret(text, kept, separator.start());
            if (secret && value.region(separator.end(), text.length()).lookingAt()) {
                masked.append(text, kept, value.start()).append(quoted(value.group()));
                kept = value.end();
            }
        }
        return masked.append(text, kept, text.length()).toString();
    }

    /** Whether the word that ends there has one of the names in it. */
    private boolean namesSecret(String text, int from, int end) {
        String before = text.substring(Math.max(from, end - this.reach), end).toLowerCase(Locale.ROOT);
        for (String name : this.names) {
            int found = before.lastIndexOf(name);
            if (found >= 0 && isOneWord(before, found + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneWord(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '.' && c != '-' && !(c < 128 && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return text.length() - from <= MOST_AFTER_NAME;
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
