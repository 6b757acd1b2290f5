package monitoring.dashboard.web.mark;

import java.time.Instant;

import monitoring.dashboard.web.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** {@code <ui:when of="${alarm.raisedAt()}"/>}: how long ago, and when exactly. */
@Component
final class WhenMark extends Mark {

    WhenMark() {
        super("when");
    }

    @Override
    protected void write(@Nullable Object value, Html html) {
        @Nullable Instant at = (Instant) value;
        Times times = html.times();
        html.markup("<time datetime=\"").text(times.iso(at)).markup("\" title=\"").text(times.at(at)).markup("\">");
        html.text(times.ago(at)).markup("</time>");
    }

}
