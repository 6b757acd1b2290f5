package monitoring.dashboard.web.mark;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** {@code <ui:state of="${vm.state().key()}"/>}: how a target is, by icon and word. */
@Component
final class StateMark extends Mark {

    StateMark() {
        super("state");
    }

    @Override
    protected void write(@Nullable Object key, Html html) {
        html.markup("<span class=\"state s-").text(key).markup("\">").icon(key).markup("<span>");
        html.message("state." + key).markup("</span></span>");
    }

}
