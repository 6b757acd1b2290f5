package monitoring.dashboard.web.mark;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code <ui:meter of="${usage.cpu(id)}"/>}: percent as a number and as a bar, a dash and
 * no bar where there is none.
 */
@Component
final class MeterMark extends Mark {

    private static final double WARM = 85;

    private static final double HOT = 90;

    MeterMark() {
        super("meter");
    }

    @Override
    protected void write(@Nullable Object value, Html html) {
        @Nullable Double percent = (value == null) ? null : ((Number) value).doubleValue();
        html.markup("<span class=\"meter\"><b class=\"num\">").text(html.units().percent(percent));
        html.markup("</b><svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect class=\"track\" width=\"100\" height=\"6\" rx=\"1\"/>");
        if (percent != null) {
            html.markup("<rect class=\"").markup((percent >= HOT) ? "hot" : (percent >= WARM) ? "warm" : "fill");
            html.markup("\" width=\"").text(html.units().bar(percent)).markup("\" height=\"6\" rx=\"1\"/>");
        }
        html.markup("</svg></span>");
    }

}
