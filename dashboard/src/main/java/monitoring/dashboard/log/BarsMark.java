package monitoring.dashboard.log;

import monitoring.dashboard.web.mark.Html;
import monitoring.dashboard.web.mark.Mark;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code <ui:bars of="${histogram}"/>}: events over time as a drawing, each bar a link to
 * its time.
 */
@Component
final class BarsMark extends Mark {

    BarsMark() {
        super("bars");
    }

    @Override
    protected void write(@Nullable Object histogram, Html html) {
        html.markup(
                "<svg class=\"histogram tall\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" role=\"group\"");
        html.markup(" aria-label=\"").message("log.histogram").markup("\">");
        if (histogram instanceof Histogram drawn) {
            drawn.bars().forEach((bar) -> bar(bar, html));
        }
        html.markup("</svg>");
    }

    private static void bar(Histogram.Bar bar, Html html) {
        String begin = html.times().minute(bar.count().time());
        html.markup("<a href=\"").text(html.links().between(bar.count().time(), bar.end()));
        html.markup("\" aria-label=\"").text(begin).markup(": ").text(bar.count().count());
        html.markup("\"><title>").text(begin).markup(" · ").text(html.units().count(bar.count().count()));
        html.markup(" · ").message("log.errors", bar.count().errors());
        html.markup("</title><rect class=\"hit\" x=\"").number(bar.x());
        html.markup("\" width=\"").number(bar.width() * 1.22).markup("\" y=\"0\" height=\"100\"/>");
        column("col", bar, bar.heights().all(), html);
        column("err", bar, bar.heights().errors(), html);
        html.markup("</a>");
    }

    private static void column(String kind, Histogram.Bar bar, double height, Html html) {
        html.markup("<rect class=\"").markup(kind).markup("\" x=\"").number(bar.x());
        html.markup("\" width=\"").number(bar.width()).markup("\" y=\"").number(100 - height);
        html.markup("\" height=\"").number(height).markup("\"/>");
    }

}
