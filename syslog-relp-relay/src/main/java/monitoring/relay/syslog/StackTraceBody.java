package monitoring.relay.syslog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stack traces of Java: which exception, which cause. */
final class StackTraceBody implements BodyParser {

    private static final Pattern FRAME = Pattern.compile("\\n\\s{0,64}+at ");

    /** Within the line before the first frame. */
    private static final Pattern EXCEPTION = Pattern
        .compile("(?:^|[\\s\"])(?<type>(?:[a-z][\\w$]*+\\.)++[A-Z][\\w$]*+)(?:: (?<text>[^\\n]*+))?$");

    private static final Pattern CAUSE = Pattern.compile("\\nCaused by: (?<type>[\\w.$]+)(?:: (?<text>[^\\n]*))?");

    @Override
    public String name() {
        return "stack-trace";
    }

    @Override
    public boolean read(String message, Draft draft) {
        if (message.indexOf("\n\tat ") < 0 && message.indexOf("\n    at ") < 0) {
            return false;
        }
        Matcher exception = EXCEPTION.matcher(message);
        Matcher frame = FRAME.matcher(message);
        if (!found(exception, frame, message)) {
            return false;
        }
        draft.field("exception", exception.group("type"));
        draft.field("exception_message", exception.group("text"));
        Matcher cause = CAUSE.matcher(message);
        while (cause.find()) {
            draft.field("cause", cause.group("type")); // the last one is the root
            draft.field("cause_message", cause.group("text"));
        }
        draft.severity(Levels.of("error"));
        return true;
    }

    /**
     * Looks at the lines before frames, one after the other, until one names an
     * exception.
     */
    private static boolean found(Matcher exception, Matcher frame, String message) {
        while (frame.find()) {
            int line = message.lastIndexOf('\n', frame.start() - 1) + 1;
            if (exception.region(line, frame.start()).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line goes on with the stack trace before it. */
    static boolean continues(String line) {
        if (line.startsWith("\tat ") || line.startsWith("    at ") || line.startsWith("Caused by: ")
                || line.startsWith("\tSuppressed: ")) {
            return true;
        }
        return line.startsWith("\t... ") && line.endsWith(" more");
    }

}
