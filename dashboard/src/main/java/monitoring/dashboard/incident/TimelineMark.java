package monitoring.dashboard.incident;

import java.util.List;

import monitoring.dashboard.web.mark.Html;
import monitoring.dashboard.web.mark.Mark;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import static java.util.Objects.requireNonNull;

/** {@code <ui:timeline of="${timeline}"/>}: what happened, as a list along a line. */
@Component
final class TimelineMark extends Mark {

    TimelineMark() {
        super("timeline");
    }

    @Override
    protected void write(@Nullable Object entries, Html html) {
        html.markup("<ol class=\"timeline\">");
        for (Object entry : (List<?>) requireNonNull(entries, "entries")) {
            entry((TimelineEntry) entry, html);
        }
        html.markup("</ol>");
    }

    private static void entry(TimelineEntry entry, Html html) {
        String icon = "fail".equals(entry.tone()) ? "failed" : entry.tone();
        html.markup("<li class=\"k-").text(entry.kind());
        html.markup("\"><time datetime=\"").text(html.times().iso(entry.at()));
        html.markup("\">").text(html.times().at(entry.at()));
        html.markup("</time><div><span class=\"dot s-").text(icon).markup("\">").icon(icon).markup("</span> ");
        where(entry.subject(), "<b>", "</b> ", html);
        key(entry, html);
        where(entry.user(), "<span class=\"faint\">", "</span>", html);
        where(entry.detail(), "<p class=\"words\">", "</p>", html);
        html.markup("</div></li>");
    }

    private static void key(TimelineEntry entry, Html html) {
        if (entry.page().isEmpty()) {
            html.markup("<span>").message(entry.key()).markup("</span> ");
        }
        else {
            html.markup("<a href=\"").text(entry.page()).markup("\">").message(entry.key()).markup("</a> ");
        }
    }

    private static void where(String text, String begin, String end, Html html) {
        if (!text.isEmpty()) {
            html.markup(begin).text(text).markup(end);
        }
    }

}
