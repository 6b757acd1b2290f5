package monitoring.relay.syslog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import monitoring.storage.log.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * {@code TIMESTAMP HOST APP PROCID MSGID [structured data] message}. BOSH writes its
 * instance into {@code instance@47450} without escaping; what cannot be read as
 * structured data stays in the message.
 */
final class Rfc5424 {

    private static final String BOSH = "instance@47450";

    private static final String CF_TAGS = "tags@47450";

    private Rfc5424() {
    }

    /** Whether it is one; nothing is changed if not. */
    static boolean read(String text, int start, Draft draft) {
        int[] ends = new int[5];
        int at = start;
        for (int i = 0; i < ends.length; i++) {
            ends[i] = text.indexOf(' ', at);
            if (ends[i] <= at) {
                return false;
            }
            at = ends[i] + 1;
        }
        boolean timeless = isNil(text, start, ends[0]);
        Instant time = Timestamps.iso(text, start, ends[0], null);
        if (time == null && !timeless) {
            time = Timestamps.iso(text, start, ends[0], draft.properties().zone());
            draft.flag((time != null) ? "zone-assumed" : "time-unreadable");
        }
        draft.time(time);
        draft.origin(word(text, ends[0], ends[1]), word(text, ends[1], ends[2]), word(text, ends[2], ends[3]),
                word(text, ends[3], ends[4]));
        int message = structuredData(text, at, draft);
        if (text.startsWith(" ", message)) {
            message++;
        }
        if (text.startsWith("\uFEFF", message)) {
            message++;
        }
        draft.message(text.substring(message));
        return true;
    }

    private static String word(String text, int before, int end) {
        return isNil(text, before + 1, end) ? "" : text.substring(before + 1, end);
    }

    private static boolean isNil(String text, int start, int end) {
        return end - start == 1 && text.charAt(start) == '-';
    }

    /** Index behind the structured data. */
    private static int structuredData(String text, int start, Draft draft) {
        int at = start;
        if (text.startsWith("-", at) && (at + 1 == text.length() || text.charAt(at + 1) == ' ')) {
            return at + 1;
        }
        while (text.startsWith("[", at)) {
            Map<String, String> values = new LinkedHashMap<>();
            int idEnd = idEnd(text, at + 1);
            int end = (idEnd < 0) ? -1 : element(text, idEnd, values);
            if (end < 0) {
                draft.flag("structured-data-unreadable");
                return at;
            }
            keep(text.substring(at + 1, idEnd), values, draft);
            at = end;
        }
        return at;
    }

    private static int idEnd(String text, int start) {
        for (int at = start; at < text.length() && at - start <= 64; at++) {
            char c = text.charAt(at);
            if (c == ' ' || c == ']') {
                return (at > start) ? at : -1;
            }
            if (c == '"' || c == '=') {
                return -1;
            }
        }
        return -1;
    }

    /** Reads {@code  name="value"...]}; index behind it, or -1. */
    private static int element(String text, int start, Map<String, String> values) {
        int at = start;
        while (at < text.length()) {
            if (text.charAt(at) == ']') {
                return at + 1;
            }
            int name = at + 1;
            int equals = (text.charAt(at) == ' ') ? nameEnd(text, name) : -1;
            if (equals <= name) {
                return -1;
            }
            StringBuilder value = new StringBuilder();
            at = value(text, equals + 2, value);
            if (at < 0) {
                return -1;
            }
            values.put(text.substring(name, equals), value.toString());
        }
        return -1;
    }

    /**
     * A closing quote is followed by another name or by the end; other quotes were not
     * escaped.
     */
    private static boolean endsValue(String text, int at) {
        if (text.startsWith("]", at)) {
            return at + 1 == text.length() || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '[';
        }
        return text.startsWith(" ", at) && nameEnd(text, at + 1) > at + 1;
    }

    /** Index of the {@code ="} behind a name, -1 if a blank comes before it. */
    private static int nameEnd(String text, int start) {
        for (int at = start; at < text.length() && text.charAt(at) != ' '; at++) {
            if (text.startsWith("=\"", at)) {
                return at;
            }
        }
        return -1;
    }

    /** Reads up to the closing quote. */
    private static int value(String text, int start, StringBuilder value) {
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && "\"]\\".indexOf(text.charAt(at + 1)) >= 0) {
                value.append(text.charAt(++at));
            }
            else if (c == '"' && endsValue(text, at + 1)) {
                return at + 1;
            }
            else {
                value.append(c);
            }
        }
        return -1;
    }

    private static void keep(String id, Map<String, String> values, Draft draft) {
        if (id.equals(BOSH)) {
            draft.instance(new LogEntry.BoshInstance(take(values, "director"), take(values, "deployment"),
                    take(values, "group"), take(values, "az"), take(values, "id")));
            // such as the environment
            values.forEach((name, value) -> draft.field("bosh_" + name, value));
            return;
        }
        if (id.equals(CF_TAGS)) {
            AppLines.tags(values, draft);
        }
        values.forEach((name, value) -> draft.field(id + "." + name, value));
    }

    private static String take(Map<String, String> values, String name) {
        @Nullable String value = values.remove(name);
        return (value != null) ? value : "";
    }

}
