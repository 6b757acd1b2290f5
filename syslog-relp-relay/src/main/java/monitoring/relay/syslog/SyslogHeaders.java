package monitoring.relay.syslog;

import java.time.Instant;

/**
 * The syslog header: RFC 5424, RFC 3164 with its dialects (no priority, ISO time, no
 * host, no tag), or none at all. What is behind it becomes the message.
 */
final class SyslogHeaders {

    private static final int LONGEST_TAG = 64;

    private SyslogHeaders() {
    }

    static void read(String text, Draft draft) {
        int at = priority(text, draft);
        if (at > 0 && text.startsWith("1 ", at) && Rfc5424.read(text, at + 2, draft)) {
            return;
        }
        int time = time(text, at, draft);
        if (time > at) {
            afterTime(text, time, draft);
            return;
        }
        if (at > 0) {
            // <13>tag: message, as logger -P and some devices send it
            tag(text, at, "", draft);
        }
        else {
            draft.flag("no-syslog-header");
            draft.message(text);
        }
    }

    /** Index behind {@code <PRI>}, 0 if there is none. */
    private static int priority(String text, Draft draft) {
        int end = text.indexOf('>');
        if (!text.startsWith("<") || end < 2 || end > 4) {
            return 0;
        }
        int value = 0;
        for (int i = 1; i < end; i++) {
            if (!Timestamps.isDigit(text.charAt(i))) {
                return 0;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        if (value > 191) {
            draft.flag("priority-out-of-range");
            return end + 1;
        }
        draft.priority(value);
        return end + 1;
    }

    /** Index behind the time and its blank, or where it should have been. */
    private static int time(String text, int at, Draft draft) {
        Instant time = Timestamps.bsd(text, at, draft.receivedAt(), draft.properties().zone());
        int end = at + 15;
        if (time != null && text.startsWith(" ", end) && isYear(text, end + 1)) {
            end += 5; // Cisco and others: Aug 31 2016 or 11:07:24 2016
        }
        if (time == null) {
            end = text.indexOf(' ', at);
            end = (end < 0) ? text.length() : end;
            time = Timestamps.iso(text, at, end, draft.properties().zone());
        }
        if (time == null) {
            return at;
        }
        draft.time(time);
        return (end < text.length()) ? end + 1 : end;
    }

    private static boolean isYear(String text, int at) {
        return at + 5 <= text.length() && (text.startsWith("19", at) || text.startsWith("20", at))
                && Timestamps.isDigit(text.charAt(at + 2)) && Timestamps.isDigit(text.charAt(at + 3))
                && text.charAt(at + 4) == ' ';
    }

    private static void afterTime(String text, int at, Draft draft) {
        int blank = text.indexOf(' ', at);
        int colon = text.indexOf(':', at);
        boolean hostless = blank < 0 || colon >= 0 && colon < blank && colon == blank - 1;
        if (hostless || looksLikeTag(text.substring(at, blank))) {
            tag(text, at, "", draft);
            return;
        }
        tag(text, blank + 1, text.substring(at, blank), draft);
    }

    private static boolean looksLikeTag(String word) {
        return word.endsWith("]:") || word.endsWith("]") && word.indexOf('[') > 0;
    }

    /**
     * {@code tag[pid]: message}, {@code tag: message}, {@code tag(x)[pid]: message} or
     * none.
     */
    private static void tag(String text, int at, String host, Draft draft) {
        int end = at;
        int limit = Math.min(text.length(), at + LONGEST_TAG);
        while (end < limit && isTagCharacter(text.charAt(end))) {
            end++;
        }
        String program = text.substring(at, end);
        String pid = "";
        if (end < text.length() && text.charAt(end) == '[') {
            int close = text.indexOf(']', end);
            if (close > 0 && close - end <= 33) {
                pid = text.substring(end + 1, close);
                end = close + 1;
            }
        }
        boolean colon = end < text.length() && text.charAt(end) == ':';
        if (program.isEmpty() || !colon && pid.isEmpty()) {
            draft.origin(host, "", "", "");
            draft.message(text.substring(at));
            return;
        }
        int message = colon ? end + 1 : end;
        draft.origin(host, program, pid, "");
        draft.message(text.substring(text.startsWith(" ", message) ? message + 1 : message));
    }

    private static boolean isTagCharacter(char c) {
        return c > ' ' && c != '[' && c != ':' && c != '{' && c != '"' && c < 127;
    }

}
