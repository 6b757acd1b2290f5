package monitoring.dashboard.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.dashboard.metric.Chart.Board;
import monitoring.dashboard.metric.Chart.Line;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says the lines of charts in the viewer's language. Programs get them as they are; the
 * lines of disks are names of their own.
 */
@Component
class ChartWords {

    private static final Set<String> WORDS = Set.of("mean", "peak", "used");

    private static final Set<String> DISKS = Set.of("disk", "inodes");

    private static final Pattern CORE = Pattern.compile("core (.+)");

    private static final Pattern MINUTES = Pattern.compile("([0-9]+) min");

    private static final Pattern DIRECTION = Pattern.compile("(.+) (in|out|read|write)");

    private final MessageSource messages;

    ChartWords(MessageSource messages) {
        this.messages = messages;
    }

    Board of(Board board, Locale locale) {
        List<Chart> said = board.charts().stream().map((chart) -> of(chart, locale)).toList();
        return new Board(board.from(), board.to(), board.times(), said, board.marks(), board.away());
    }

    private Chart of(Chart chart, Locale locale) {
        if (DISKS.contains(chart.id())) {
            return chart;
        }
        List<Line> said = chart.lines()
            .stream()
            .map((line) -> new Line(word(line.name(), locale), line.values()))
            .toList();
        return new Chart(chart.id(), chart.unit(), said, chart.limits());
    }

    private String word(String name, Locale locale) {
        if (WORDS.contains(name)) {
            return say(name, locale);
        }
        Matcher core = CORE.matcher(name);
        if (core.matches()) {
            return say("core", locale, core.group(1));
        }
        Matcher minutes = MINUTES.matcher(name);
        if (minutes.matches()) {
            return say("minutes", locale, minutes.group(1));
        }
        Matcher direction = DIRECTION.matcher(name);
        return direction.matches() ? say(direction.group(2), locale, direction.group(1)) : name;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return this.messages.getMessage("metric.line." + key, arguments, locale);
    }

}
