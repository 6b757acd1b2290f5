package monitoring.relay.syslog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names and values of the kinds of lines that have some. */
final class Pairs {

    private static final Pattern NGINX = Pattern
        .compile(", (client|server|request|subrequest|upstream|host|referrer|login): ");

    private static final Pattern ERRNO = Pattern.compile("\\((\\d{1,5}): [^()]{0,200}+\\)");

    private static final Pattern APACHE_CLIENT = Pattern.compile("\\[client ([^\\]]{1,255}?)(?::(\\d{1,5}))?\\]");

    private static final Pattern APACHE_CODE = Pattern.compile("\\b(AH\\d{5}): ");

    private static final Pattern APACHE_REFERER = Pattern.compile(", referer: (\\S++)$");

    private static final Pattern TRACE = Pattern
        .compile("__item__:\\[(?<item>.{0,1000}?)\\]_end__|(?<![\\w.])(?<name>[A-Za-z_][\\w.]*+):(?<value>\\S*+)");

    /**
     * Possessive, as else each character of a value takes a part of the stack.
     */
    private static final Pattern LOGFMT_VALUE = Pattern
        .compile("\"(?<quoted>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|(?<plain>[^\\s\"]*+)");

    private static final Pattern SLOW = Pattern.compile("\\b([A-Z]\\w++(?:@\\w++)?): ++(\\S+(?: @ \\S+)?)");

    private Pairs() {
    }

    static void nginx(String rest, Draft draft) {
        Matcher matcher = NGINX.matcher(rest);
        int end = rest.length();
        int from = 0;
        String name = "error";
        while (matcher.find()) {
            nginx(name, rest.substring(from, matcher.start()), draft);
            name = matcher.group(1);
            from = matcher.end();
        }
        nginx(name, rest.substring(from, end), draft);
        Matcher errno = ERRNO.matcher(rest);
        if (errno.find()) {
            draft.field("errno", Long.valueOf(errno.group(1)));
        }
    }

    private static void nginx(String name, String value, Draft draft) {
        boolean quoted = !name.equals("error") && value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        String plain = quoted ? value.substring(1, value.length() - 1) : value;
        String field = name.equals("client") ? "client_ip" : name.equals("host") ? "request_host" : name;
        draft.field(field, plain.isEmpty() ? null : plain);
    }

    static void apache(String rest, Draft draft) {
        Matcher client = APACHE_CLIENT.matcher(rest);
        if (client.find()) {
            draft.field("client_ip", client.group(1));
            draft.field("client_port", Numbers.of(client.group(2)));
        }
        Matcher code = APACHE_CODE.matcher(rest);
        draft.field("errorcode", code.find() ? code.group(1) : null);
        Matcher referer = APACHE_REFERER.matcher(rest);
        boolean referred = referer.find();
        draft.field("referer", referred ? referer.group(1) : null);
        String error = referred ? rest.substring(0, referer.start()) : rest;
        draft.field("error", APACHE_CLIENT.matcher(error).replaceFirst("").strip());
    }

    static void trace(String rest, Draft draft) {
        Matcher matcher = TRACE.matcher(rest);
        while (matcher.find()) {
            if (matcher.group("item") != null) {
                draft.field("item", matcher.group("item"));
                continue;
            }
            String name = matcher.group("name").replace("__", "").toLowerCase(Locale.ROOT);
            boolean last = name.equals("context");
            draft.field(name, last ? rest.substring(matcher.start("value")) : Numbers.of(matcher.group("value")));
            if (last) {
                return;
            }
        }
    }

    /** {@code name=value name="some value"}. */
    static void logfmt(String text, Draft draft) {
        Matcher value = LOGFMT_VALUE.matcher(text);
        int from = 0;
        // from one equals sign to the next: a long word is not looked through again from
        // each of its letters
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', from)) {
            String name = nameBefore(text, from, equals);
            from = equals + 1;
            if (!name.isEmpty() && value.region(from, text.length()).lookingAt()) {
                String quoted = value.group("quoted");
                draft.field(name, (quoted != null) ? quoted.replace("\\\"", "\"").replace("\\\\", "\\")
                        : Numbers.of(value.group("plain")));
                from = value.end();
            }
        }
    }

    /** The name that ends there, empty if there is none. */
    private static String nameBefore(String text, int from, int end) {
        int start = end;
        int begin = end;
        while (start > from && isNameCharacter(text.charAt(start - 1))) {
            start--;
            begin = isNameStart(text.charAt(start)) ? start : begin;
        }
        return text.substring(begin, end);
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '@';
    }

    private static boolean isNameCharacter(char c) {
        return isNameStart(c) || c >= '0' && c <= '9' || c == '.' || c == '/' || c == '-';
    }

    static void slowQuery(String text, Draft draft) {
        int from = 0;
        for (String line : text.split("\n")) {
            if (!line.startsWith("#") && !line.isEmpty() && !line.startsWith("SET ") && !line.startsWith("use ")) {
                draft.field("query", text.substring(from).strip());
                break;
            }
            Matcher matcher = SLOW.matcher(line);
            while (line.startsWith("#") && matcher.find()) {
                draft.field(matcher.group(1).toLowerCase(Locale.ROOT), Numbers.of(matcher.group(2)));
            }
            from += line.length() + 1;
        }
    }

    static void query(String text, Draft draft) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                draft.field("query." + pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        }
        catch (IllegalArgumentException ex) {
            return value;
        }
    }

}
