package monitoring.relay.syslog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A kind of line that one regular expression describes. Its named groups become fields
 * ({@code clientIp} becomes {@code client_ip}); {@code time} and {@code level} become
 * what they say, {@code rest} goes to a function.
 */
final class LinePattern implements BodyParser {

    /** A date and a time of day, with or without zone. */
    static final String TIME = "(?<time>\\d{4}[-/]\\d\\d[-/]\\d\\d[ T][ \\d]\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?)";

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z]+)>");

    private final String name;

    private final String begins;

    private final Pattern pattern;

    private final List<String> groups = new ArrayList<>();

    private final @Nullable BiConsumer<String, Draft> rest;

    /**
     * Describes it.
     * @param begins characters of which the first must be one; {@code 0} for all digits
     */
    LinePattern(String name, String begins, String pattern, @Nullable BiConsumer<String, Draft> rest) {
        this.name = name;
        this.begins = begins.replace("0", "0123456789");
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        Matcher matcher = GROUP.matcher(pattern);
        while (matcher.find()) {
            this.groups.add(matcher.group(1));
        }
        this.rest = rest;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public boolean read(String message, Draft draft) {
        if (message.isEmpty() || this.begins.indexOf(message.charAt(0)) < 0) {
            return false;
        }
        Matcher matcher = this.pattern.matcher(message);
        if (!matcher.matches()) {
            return false;
        }
        for (String group : this.groups) {
            String value = matcher.group(group);
            if (value == null || value.isBlank() && !group.equals("rest")) {
                continue;
            }
            switch (group) {
                case "time" -> time(value, draft);
                case "level" -> {
                    draft.severity(Levels.of(value));
                    draft.field("level", value);
                }
                case "rest" -> {
                    if (this.rest != null) {
                        this.rest.accept(value, draft);
                    }
                }
                default -> draft.field(snake(group), Numbers.of(value.strip()));
            }
        }
        return true;
    }

    /** A time without a zone is worth less than the header's, unless there is none. */
    private static void time(String text, Draft draft) {
        Instant exact = Timestamps.iso(text, 0, text.length(), null);
        ZoneId zone = draft.properties().zone();
        if (exact == null && !draft.hasTime()) {
            exact = Timestamps.iso(text, 0, text.length(), zone);
            draft.flag("zone-assumed");
        }
        else if (exact == null) {
            draft.field("time", text);
        }
        draft.time(exact);
    }

    private static String snake(String camel) {
        StringBuilder snake = new StringBuilder();
        for (char c : camel.toCharArray()) {
            snake.append(Character.isUpperCase(c) ? "_" : "").append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

}
