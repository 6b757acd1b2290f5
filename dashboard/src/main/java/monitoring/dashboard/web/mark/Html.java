package monitoring.dashboard.web.mark;

import monitoring.dashboard.web.Times;
import monitoring.dashboard.web.Units;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.unbescape.html.HtmlEscape;

/**
 * A piece of HTML that is being written: markup, which is a constant of the program, and
 * text, which is escaped whatever it is.
 */
final class Html {

    private static final int USUAL_LENGTH = 320;

    private final StringBuilder written = new StringBuilder(USUAL_LENGTH);

    private final ITemplateContext context;

    Html(ITemplateContext context) {
        this.context = context;
    }

    /** Writes markup, as it is. */
    Html markup(String constant) {
        this.written.append(constant);
        return this;
    }

    /** Writes text, which may also stand in an attribute within double quotes. */
    Html text(@Nullable Object text) {
        if (text != null) {
            this.written.append(HtmlEscape.escapeHtml4Xml(text.toString()));
        }
        return this;
    }

    /** Writes the text of a key in the viewer's language. */
    Html message(String key) {
        return text(this.context.getMessage(null, key, new Object[0], true));
    }

    /** Writes one of the icons. */
    Html icon(@Nullable Object name) {
        markup("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"");
        return text(this.context.buildLink("/assets/icons.svg", null)).markup("#").text(name).markup("\"/></svg>");
    }

    /** Says times to the viewer. */
    Times times() {
        return (Times) this.context.getVariable("times");
    }

    /** Says values with their units. */
    Units units() {
        return (Units) this.context.getVariable("units");
    }

    @Override
    public String toString() {
        return this.written.toString();
    }

}
