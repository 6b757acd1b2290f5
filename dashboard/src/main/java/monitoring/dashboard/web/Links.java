package monitoring.dashboard.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to the page that is shown, with one thing changed. */
public final class Links {

    private static final List<String> PLACES = List.of("page", "after", "before");

    private final HttpServletRequest request;

    Links(HttpServletRequest request) {
        this.request = request;
    }

    /** The same page with another value of one parameter; an empty one takes it away. */
    public String with(String name, Object value) {
        ServletUriComponentsBuilder builder = ServletUriComponentsBuilder.fromRequest(this.request);
        // another filter begins at its first page, and a page has one place only
        PLACES.forEach(builder::replaceQueryParam);
        builder.replaceQueryParam(name);
        if (!value.toString().isEmpty()) {
            builder.queryParam(name, "{value}");
            return local(builder.encode().buildAndExpand(value).toUriString());
        }
        return local(builder.build().toUriString());
    }

    /** The same page of a time that a usual length gives. */
    public String range(String name) {
        ServletUriComponentsBuilder builder = ServletUriComponentsBuilder.fromRequest(this.request);
        return local(builder.replaceQueryParam("from")
            .replaceQueryParam("to")
            .replaceQueryParam("page")
            .replaceQueryParam("after")
            .replaceQueryParam("before")
            .replaceQueryParam("range", name)
            .build()
            .toUriString());
    }

    /** The same search as a file of a format. */
    public String export(String format) {
        ServletUriComponentsBuilder builder = ServletUriComponentsBuilder.fromRequest(this.request);
        builder.replacePath(this.request.getRequestURI() + "/export");
        return local(builder.replaceQueryParam("format", format).replaceQueryParam("after").build().toUriString());
    }

    /** The first page of the list that is shown. */
    public String first() {
        return with("page", "");
    }

    /** The page as it is, to be shared. */
    public String self() {
        return local(ServletUriComponentsBuilder.fromRequest(this.request).build().toUriString());
    }

    private static String local(String uri) {
        int path = uri.indexOf('/', uri.indexOf("//") + 2);
        return (path < 0) ? "/" : uri.substring(path);
    }

}
