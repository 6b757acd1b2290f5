package monitoring.dashboard.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Links of templates. The address of a file that comes with the program bears its content
 * or its version; it is worked out once, as a page shows some hundred icons. Any other
 * link stays as it is: to ask whether it is that of a file means a look into every jar,
 * and no link bears a session.
 */
final class AssetLinks extends StandardLinkBuilder {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    @Override
    protected String processLink(IExpressionContext context, String link) {
        // written in templates only, so there are few
        boolean asset = (link.startsWith("/assets/") || link.startsWith("/webjars/")) && link.indexOf('?') < 0;
        if (!asset) {
            return link;
        }
        String address = this.known.get(link);
        if (address == null) {
            address = super.processLink(context, link);
            this.known.put(link, address);
        }
        return address;
    }

}
