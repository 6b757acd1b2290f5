package monitoring.dashboard.web.mark;

import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** {@code <ui:severity of="${alarm.severity()}"/>}, by icon and word. */
@Component
final class SeverityMark extends Mark {

    SeverityMark() {
        super("severity");
    }

    @Override
    protected void write(@Nullable Object value, Html html) {
        if (!(value instanceof Severity severity)) {
            throw new IllegalArgumentException("severity: " + value + " (expected: one of Severity)");
        }
        html.severity(severity);
    }

}
