package monitoring.dashboard.log;

import java.util.List;
import java.util.Locale;

import monitoring.dashboard.web.mark.Html;
import monitoring.dashboard.web.mark.Mark;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import static java.util.Objects.requireNonNull;

/**
 * {@code <ui:lines of="${found.hits()}"/>}: a table of log lines, what was searched for
 * marked.
 */
@Component
final class LinesMark extends Mark {

    LinesMark() {
        super("lines");
    }

    @Override
    protected void write(@Nullable Object hits, Html html) {
        html.markup("<table class=\"log\"><tbody>");
        for (Object hit : (List<?>) requireNonNull(hits, "hits")) {
            line((LogPage.Hit) hit, html);
        }
        html.markup("</tbody></table>");
    }

    private static void line(LogPage.Hit hit, Html html) {
        LogEntry entry = hit.entry();
        LogSeverity severity = entry.syslog().severity();
        html.markup("<tr class=\"l-").text(severity.name().toLowerCase(Locale.ROOT));
        html.markup("\"><td class=\"num t\"><a href=\"/log/").text(entry.id());
        html.markup("\" title=\"").message("log.permalink");
        html.markup("\"><time datetime=\"").text(html.times().iso(entry.time()));
        html.markup("\">").text(html.times().exact(entry.time()));
        html.markup("</time></a></td><td class=\"sev\">").message("log.severity." + severity.name());
        html.markup("</td><td class=\"src\">").text(entry.source());
        html.markup("</td><td class=\"prog\">").text(entry.writer());
        html.markup("</td><td class=\"msg\"><div>");
        for (LogPage.Piece piece : hit.highlighted()) {
            if (piece.match()) {
                html.markup("<mark>").text(piece.text()).markup("</mark>");
            }
            else {
                html.text(piece.text());
            }
        }
        html.markup("</div></td></tr>");
    }

}
