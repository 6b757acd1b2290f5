package monitoring.dashboard.web.mark;

import org.jspecify.annotations.Nullable;

/** {@code <ui:icon name="search"/>}, or {@code of} an expression that gives the name. */
final class IconMark extends Mark {

    IconMark() {
        super("icon");
    }

    @Override
    void write(@Nullable Object name, Html html) {
        html.icon(name);
    }

}
