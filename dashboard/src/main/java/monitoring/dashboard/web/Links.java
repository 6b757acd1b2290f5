package monitoring.dashboard.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to the page that is shown, with one thing changed. */
public final class Links {

    private final HttpServletRequest request;

    Links(HttpServletRequest request) {
        this.request = request;
    }

    /** The same page with another value of one parameter; an empty one takes it away. */
    public String with(String name, Object value) {
        ServletUriComponentsBuilder builder = ServletUriComponentsBuilder.fromRequest(this.request);
        builder.replaceQueryParam(name);
        if (!"page".equals(name)) {
            builder.replaceQueryParam("page"); // another filter begins at its first page
        }
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

    /** The page as it is, to be shared. */
    public String self() {
        return local(ServletUriComponentsBuilder.fromRequest(this.request).build().toUriString());
    }

    private static String local(String uri) {
        int path = uri.indexOf('/', uri.indexOf("//") + 2);
        return (path < 0) ? "/" : uri.substring(path);
    }

}
