package monitoring.dashboard.web.mark;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** {@code <ui:icon name="search"/>}, or {@code of} an expression that gives the name. */
@Component
final class IconMark extends Mark {

    IconMark() {
        super("icon");
    }

    @Override
    protected void write(@Nullable Object name, Html html) {
        html.icon(name);
    }

}
