package monitoring.relay.syslog;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of {@code key=value} pairs, or with at least two of them at their end. */
final class LogfmtBody implements BodyParser {

    private static final Pattern TIME = Pattern.compile("\\b(?:t|ts|time)=\"?([^\\s\"]{19,40})");

    private static final Pattern LEVEL = Pattern.compile("\\b(?:level|lvl|severity)=\"?(\\w{1,12})");

    @Override
    public String name() {
        return "key-value";
    }

    @Override
    public boolean read(String message, Draft draft) {
        int first = pair(message, 0);
        if (first < 0 || pair(message, first + 1) < 0) {
            return false;
        }
        Pairs.logfmt(message, draft);
        Matcher level = LEVEL.matcher(message);
        if (level.find()) {
            draft.severity(Levels.of(level.group(1)));
        }
        Matcher time = TIME.matcher(message);
        if (time.find()) {
            draft.time((Instant) Timestamps.iso(time.group(1), 0, time.group(1).length(), null));
        }
        return true;
    }

    /** Index of the equals sign of the next pair, -1 if there is none. */
    private static int pair(String text, int from) {
        int equals = text.indexOf('=', from);
        while (equals >= 0) {
            int start = equals;
            while (start > 0 && isNameCharacter(text.charAt(start - 1))) {
                start--;
            }
            boolean bounded = start < equals && (start == 0 || Character.isWhitespace(text.charAt(start - 1)))
                    && Character.isLetter(text.charAt(start));
            if (bounded && equals + 1 < text.length() && text.charAt(equals + 1) != '=') {
                return equals;
            }
            equals = text.indexOf('=', equals + 1);
        }
        return -1;
    }

    private static boolean isNameCharacter(char c) {
        return c == '_' || c == '.' || c == '-' || c == '/' || Character.isLetterOrDigit(c);
    }

}
