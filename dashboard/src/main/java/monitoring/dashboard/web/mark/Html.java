package monitoring.dashboard.web.mark;

import monitoring.dashboard.web.Links;
import monitoring.dashboard.web.Times;
import monitoring.dashboard.web.Units;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.unbescape.html.HtmlEscape;

/**
 * A piece of HTML that is being written: markup, which is a constant of the program, and
 * text, which is escaped whatever it is.
 */
public final class Html {

    private static final int USUAL_LENGTH = 320;

    private final StringBuilder written = new StringBuilder(USUAL_LENGTH);

    private final ITemplateContext context;

    Html(ITemplateContext context) {
        this.context = context;
    }

    /** Writes markup, as it is. */
    public Html markup(String constant) {
        this.written.append(constant);
        return this;
    }

    /** Writes text, which may also stand in an attribute within double quotes. */
    public Html text(@Nullable Object text) {
        if (text != null) {
            this.written.append(HtmlEscape.escapeHtml4Xml(text.toString()));
        }
        return this;
    }

    /** Writes the text of a key in the viewer's language. */
    public Html message(String key, Object... arguments) {
        return text(this.context.getMessage(null, key, arguments, true));
    }

    /** Writes a number of a drawing, to the hundredth. */
    public Html number(double number) {
        return text(Math.round(100 * number) / 100.0);
    }

    /** Writes one of the icons. */
    public Html icon(@Nullable Object name) {
        markup("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"");
        return text(this.context.buildLink("/assets/icons.svg", null)).markup("#").text(name).markup("\"/></svg>");
    }

    /** Writes a severity by icon and word. */
    public Html severity(Severity severity) {
        // what has failed looks as a target that is down
        String key = (severity == Severity.FAIL) ? "failed" : severity.code();
        markup("<span class=\"state s-").text(key).markup("\">").icon(key).markup("<span>");
        return message("alarm.severity." + severity.name()).markup("</span></span>");
    }

    /** Links to the page that is shown, with one thing changed. */
    public Links links() {
        return (Links) this.context.getVariable("links");
    }

    /** Says times to the viewer. */
    public Times times() {
        return (Times) this.context.getVariable("times");
    }

    /** Says values with their units. */
    public Units units() {
        return (Units) this.context.getVariable("units");
    }

    @Override
    public String toString() {
        return this.written.toString();
    }

}
