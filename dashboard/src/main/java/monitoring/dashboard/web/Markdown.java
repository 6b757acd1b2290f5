package monitoring.dashboard.web;

import java.util.List;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Makes HTML of what people write. HTML that they write is shown as text, links lead to
 * http, https and mail addresses only, pictures are left out; what comes out is checked
 * once more against the elements that are allowed.
 */
@Component("markdown")
public class Markdown {

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
        .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "strong",
                "em", "code", "pre", "a", "table", "thead", "tbody", "tr", "th", "td")
        .allowAttributes("href")
        .onElements("a")
        .allowStandardUrlProtocols()
        .requireRelNofollowOnLinks()
        .toFactory();

    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
        .extensions(List.of(TablesExtension.create()))
        .escapeHtml(true)
        .sanitizeUrls(true)
        .softbreak("<br>\n")
        .build();

    /** Safe HTML. */
    public String html(String text) {
        return ALLOWED.sanitize(this.renderer.render(this.parser.parse(text)));
    }

}
