package monitoring.dashboard.web.mark;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code <ui:spark of="${points}"/>}: the points of an hour as a line, nothing where
 * there are none.
 */
@Component
final class SparkMark extends Mark {

    SparkMark() {
        super("spark");
    }

    @Override
    protected void write(@Nullable Object points, Html html) {
        html.markup("<svg class=\"spark\" viewBox=\"0 0 96 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        if (points != null) {
            html.markup("<polyline points=\"").text(points).markup("\"/>");
        }
        html.markup("</svg>");
    }

}
