package monitoring.dashboard.web.mark;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.dashboard.web.Links;
import monitoring.dashboard.web.Times;
import monitoring.dashboard.web.Units;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What templates with some of our elements become, for a viewer in Seoul. */
public final class WrittenMarks {

    public static final Instant NOW = Instant.parse("2026-11-21T02:10:00Z");

    /** Text that breaks out of where it stands, if it is not escaped. */
    public static final String HOSTILE = "'\"><script>alert(1)</script>&";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public WrittenMarks(Mark... marks) {
        this.messages.setBasename("messages");
        this.messages.setDefaultEncoding("UTF-8");
        this.messages.setFallbackToSystemLocale(false);
        this.engine.setMessageSource(this.messages);
        this.engine.addDialect(new MarkDialect(Set.of(marks)));
        this.engine.setTemplateResolver(new StringTemplateResolver());
        this.engine.setLinkBuilder(new AbstractLinkBuilder() {
            @Override
            public String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
                return base.replace(".svg", "-4711.svg");
            }
        });
    }

    /** Fills a template, which knows a value, in a language. */
    public String in(Locale language, String template, @Nullable Object value) {
        Context context = new Context(language);
        context.setVariable("value", value);
        context.setVariable("units", new Units());
        context.setVariable("links", new Links(new MockHttpServletRequest("GET", "/log")));
        context.setVariable("times",
                new Times(ZoneId.of("Asia/Seoul"), language, Clock.fixed(NOW, ZoneOffset.UTC), this.messages));
        return this.engine.process(template, context);
    }

}
