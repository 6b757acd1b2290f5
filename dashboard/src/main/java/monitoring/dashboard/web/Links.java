package monitoring.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Links to the page that is shown, with one thing changed. Everything else stays as it
 * came, encoded as it is.
 */
public final class Links {

    private static final List<String> PLACES = List.of("page", "after", "before");

    private static final List<String> TIMES = List.of("from", "to", "page", "after", "before");

    private static final Pattern QUERY = Pattern.compile("\\w+(?:=[\\w%.+:/-]*)?(?:&\\w+(?:=[\\w%.+:/-]*)?)*");

    private static final int LONGEST_QUERY = 2000;

    private final String path;

    /** {@code name=value} each. */
    private final List<String> parameters;

    public Links(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        this.path = request.getRequestURI();
        this.parameters = (query == null || query.isEmpty()) ? List.of() : List.of(query.split("&"));
    }

    /**
     * Whether a text that somebody sent is the query of one of our pages, and no more.
     */
    public static boolean isQuery(String text) {
        return text.length() <= LONGEST_QUERY && QUERY.matcher(text).matches();
    }

    /** The page again as it was filtered, where that is where somebody came from. */
    public static String back(String path, String from) {
        return (from.startsWith(path + "?") && isQuery(from.substring(path.length() + 1))) ? from : path;
    }

    /** The same page with another value of one parameter; an empty one takes it away. */
    public String with(String name, Object value) {
        // another filter begins at its first page, and a page has one place only
        return link(this.path, without(name, PLACES), name, value);
    }

    /** The same page of a time that a usual length gives. */
    public String range(String name) {
        return link(this.path, without("range", TIMES), "range", name);
    }

    /** The same page of the time between two moments. */
    public String between(Instant from, Instant to) {
        String rest = without("range", TIMES);
        return this.path + "?" + (rest.isEmpty() ? "" : rest + "&") + "from=" + from + "&to=" + to;
    }

    /** The same search as a file of a format. */
    public String export(String format) {
        return link(this.path + "/export", without("format", List.of("after")), "format", format);
    }

    /** The first page of the list that is shown. */
    public String first() {
        return with("page", "");
    }

    /** The page as it is, to be shared. */
    public String self() {
        return this.parameters.isEmpty() ? this.path : this.path + "?" + String.join("&", this.parameters);
    }

    private String without(String name, List<String> others) {
        Set<String> names = new HashSet<>(others);
        names.add(name);
        return this.parameters.stream().filter((one) -> !names.contains(name(one))).collect(Collectors.joining("&"));
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        return (end < 0) ? parameter : parameter.substring(0, end);
    }

    private static String link(String path, String query, String name, Object value) {
        String text = value.toString();
        String own = text.isEmpty() ? "" : name + "=" + UriUtils.encode(text, StandardCharsets.UTF_8);
        String whole = (query.isEmpty() || own.isEmpty()) ? query + own : query + "&" + own;
        return whole.isEmpty() ? path : path + "?" + whole;
    }

}
