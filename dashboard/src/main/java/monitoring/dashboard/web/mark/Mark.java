package monitoring.dashboard.web.mark;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * An element that stands for a piece of HTML. Whether it is there at all, how often and
 * with which variables is said by {@code th:if}, {@code th:each} and {@code th:with} as
 * of any other element.
 */
public abstract class Mark extends AbstractElementTagProcessor {

    /** After what decides whether an element is there. */
    private static final int PRECEDENCE = 1400;

    private final String name;

    /** Of an element with a name, such as {@code icon} for {@code <ui:icon/>}. */
    protected Mark(String name) {
        super(TemplateMode.HTML, MarkDialect.PREFIX, name, true, null, false, PRECEDENCE);
        this.name = name;
    }

    @Override
    protected final void doProcess(ITemplateContext context, IProcessableElementTag tag,
            IElementTagStructureHandler handler) {
        @Nullable String of = tag.getAttributeValue("of");
        @Nullable Object value = (of == null) ? tag.getAttributeValue("name")
                : StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, of)
                    .execute(context);
        if (of == null && value == null) {
            throw new IllegalArgumentException("ui:" + this.name + ": neither of nor name (expected: one of them)");
        }
        Html html = new Html(context);
        write(value, html);
        // Html has escaped what is to be escaped
        handler.replaceWith(html.toString(), false);
    }

    /**
     * Writes what the element stands for.
     * @param value what the expression in its {@code of} gave, or the text in its
     * {@code name}
     */
    protected abstract void write(@Nullable Object value, Html html);

}
