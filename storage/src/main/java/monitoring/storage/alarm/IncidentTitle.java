package monitoring.storage.alarm;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import monitoring.storage.metric.Resource;

import static java.util.Objects.requireNonNull;

/**
 * What an incident is called where no person called it anything: after its root cause. It
 * is kept in a form of no language, such as {@code router/0 MEMORY (+2)}, and read back
 * from it, so that each reader gets it in words of his own.
 *
 * @param target name of the target of the root cause
 * @param resource of the root cause
 * @param more how many alarms it began with besides that one
 */
public record IncidentTitle(String target, Resource resource, int more) {

    /** The severity was once part of it, though it changes. */
    private static final Pattern KEPT = Pattern
        .compile("(.*[^\\s:]) (" + Arrays.stream(Resource.values()).map(Resource::name).collect(Collectors.joining("|"))
                + ")(?: (?:WARNING|CRITICAL|FAIL))?(?: \\(\\+(\\d{1,6})\\))?");

    public IncidentTitle {
        requireNonNull(target, "target");
        requireNonNull(resource, "resource");
        if (more < 0) {
            throw new IllegalArgumentException("more: " + more + " (expected: >= 0)");
        }
    }

    /** Of an incident that begins with an alarm and so many more. */
    public static IncidentTitle of(Alarm root, int more) {
        return new IncidentTitle(root.target().name(), root.resource(), more);
    }

    /** Reads what is kept; empty where it is of another form, as of a person's hand. */
    public static Optional<IncidentTitle> read(String kept) {
        Matcher matcher = KEPT.matcher(kept);
        return matcher.matches() ? Optional.of(new IncidentTitle(matcher.group(1), Resource.valueOf(matcher.group(2)),
                (matcher.group(3) == null) ? 0 : Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }

    /** As it is kept. */
    public String kept() {
        return this.target + " " + this.resource.name() + ((this.more == 0) ? "" : " (+" + this.more + ")");
    }

}
