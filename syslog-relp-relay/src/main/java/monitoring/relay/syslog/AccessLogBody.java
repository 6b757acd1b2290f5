package monitoring.relay.syslog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Access logs of gorouter, nginx and Apache: {@code head [time] "request" status bytes
 * "referer" "agent" ...}. The URI may hold blanks; gorouter adds {@code name:"value"}
 * pairs.
 */
final class AccessLogBody implements BodyParser {

    private static final String[] QUOTED = { "referer", "agent", "remote_address", "backend_address" };

    @Override
    public String name() {
        return "access";
    }

    @Override
    public boolean read(String message, Draft draft) {
        int bracket = message.indexOf('[');
        int close = message.indexOf("] \"", bracket + 1);
        if (bracket < 3 || close < 0 || close - bracket > 40) {
            return false;
        }
        int end = requestEnd(message, close + 3);
        Instant time = time(message, bracket + 1, close, draft);
        if (end < 0 || time == null) {
            return false;
        }
        draft.time(time);
        head(message.substring(0, bracket).strip(), draft);
        request(message.substring(close + 3, end), draft);
        tail(message, end + 2, draft);
        return true;
    }

    /** The quote that a status follows. */
    private static int requestEnd(String text, int start) {
        int quote = text.indexOf("\" ", start);
        while (quote >= 0) {
            int at = quote + 2;
            boolean status = at + 3 <= text.length() && Timestamps.isDigit(text.charAt(at))
                    && Timestamps.isDigit(text.charAt(at + 1)) && Timestamps.isDigit(text.charAt(at + 2));
            if (status || text.startsWith("- ", at)) {
                return quote;
            }
            quote = text.indexOf("\" ", quote + 1);
        }
        return -1;
    }

    private static @Nullable Instant time(String text, int start, int end, Draft draft) {
        if (end - start == 26 && text.charAt(start + 2) == '/' && text.charAt(start + 11) == ':') {
            try {
                int hours = Timestamps.number(text, start + 22, 2);
                int seconds = (hours * 60 + Timestamps.number(text, start + 24, 2)) * 60;
                return LocalDateTime
                    .of(Timestamps.number(text, start + 7, 4), Timestamps.month(text, start + 3),
                            Timestamps.number(text, start, 2), Timestamps.number(text, start + 12, 2),
                            Timestamps.number(text, start + 15, 2), Timestamps.number(text, start + 18, 2))
                    .toInstant(ZoneOffset.ofTotalSeconds((text.charAt(start + 21) == '-') ? -seconds : seconds));
            }
            catch (RuntimeException ex) {
                return null; // no such day
            }
        }
        return Timestamps.iso(text, start, end, draft.properties().zone());
    }

    /**
     * {@code client - user}, with a host before it, or several addresses that proxies
     * added.
     */
    private static void head(String head, Draft draft) {
        String[] words = head.split(" +");
        int last = words.length - 1;
        int client = 0;
        if (words.length >= 3) {
            draft.field("user", known(words[last]));
            client = last - 2;
        }
        while (client > 0 && words[client - 1].endsWith(",")) {
            client--;
        }
        String first = words[client].replace(",", "");
        if (client > 0 && (head.contains(", ") || words[0].endsWith(","))) {
            first = words[0].replace(",", ""); // X-Forwarded-For: the first is the client
        }
        else if (client > 0) {
            draft.field("vhost", words[0]);
        }
        boolean router = words.length == 2 && words[1].equals("-") && !looksLikeAddress(first);
        draft.field(router ? "vhost" : "client_ip", first);
    }

    private static boolean looksLikeAddress(String text) {
        return text.indexOf(':') >= 0 && text.indexOf('.') < 0
                || text.chars().allMatch((c) -> c == '.' || c >= '0' && c <= '9');
    }

    private static void request(String request, Draft draft) {
        int method = request.indexOf(' ');
        int protocol = request.lastIndexOf(' ');
        if (method <= 0) {
            draft.field("request", known(request));
            return;
        }
        draft.field("method", request.substring(0, method));
        boolean versioned = protocol > method && request.startsWith("HTTP/", protocol + 1);
        draft.field("uri", request.substring(method + 1, versioned ? protocol : request.length()));
        draft.field("protocol", versioned ? request.substring(protocol + 1) : null);
    }

    private static void tail(String text, int start, Draft draft) {
        List<Long> numbers = new ArrayList<>();
        int quoted = 0;
        int at = start;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                int close = text.indexOf('"', at + 1);
                close = (close < 0) ? text.length() : close;
                if (quoted < QUOTED.length) {
                    draft.field(QUOTED[quoted], known(text.substring(at + 1, close)));
                }
                quoted++;
                at = close + 2;
                continue;
            }
            int colon = text.indexOf(':', at);
            int blank = text.indexOf(' ', at);
            blank = (blank < 0) ? text.length() : blank;
            if (colon > at && colon < blank && quoted > 0) {
                at = pair(text, at, colon, draft);
                continue;
            }
            Numbers.add(text.substring(at, blank), numbers);
            at = blank + 1;
        }
        draft.field("status", numbers.isEmpty() ? null : numbers.get(0));
        // gorouter: bytes received, then bytes sent
        draft.field("bytes", (numbers.size() > 1) ? numbers.get(Math.min(2, numbers.size() - 1)) : null);
        draft.field("bytes_received", (numbers.size() > 2) ? numbers.get(1) : null);
    }

    /** {@code name:"value"} or {@code name:value}; index behind it. */
    private static int pair(String text, int start, int colon, Draft draft) {
        String name = text.substring(start, colon);
        if (text.startsWith("\"", colon + 1)) {
            int close = text.indexOf('"', colon + 2);
            close = (close < 0) ? text.length() : close;
            draft.field(name, Numbers.of(known(text.substring(colon + 2, close))));
            return close + 2;
        }
        int blank = text.indexOf(' ', colon);
        blank = (blank < 0) ? text.length() : blank;
        draft.field(name, Numbers.of(known(text.substring(colon + 1, blank))));
        return blank + 1;
    }

    private static @Nullable String known(String text) {
        return (text.isEmpty() || text.equals("-")) ? null : text;
    }

}
