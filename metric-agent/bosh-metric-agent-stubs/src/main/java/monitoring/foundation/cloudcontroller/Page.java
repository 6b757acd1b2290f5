package monitoring.foundation.cloudcontroller;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list a client wants, and the list in the shape of the CF API v3.
 *
 * @param number 1 for the first
 * @param size 1..5000
 * @param url of the list, with the query as the client sent it
 */
record Page(int number, int size, String url) {

    Page {
        if (number < 1 || size < 1 || size > 5000) {
            throw new UnprocessableException("Page must be a positive integer, Per page must be between 1 and 5000");
        }
    }

    <T> Map<String, Object> of(List<T> all, Function<T, Object> shape) {
        int pages = Math.max(1, (all.size() + this.size - 1) / this.size);
        Map<String, Object> pagination = new LinkedHashMap<>();
        pagination.put("total_results", all.size());
        pagination.put("total_pages", pages);
        pagination.put("first", link(1));
        pagination.put("last", link(pages));
        pagination.put("next", (this.number < pages) ? link(this.number + 1) : null);
        pagination.put("previous", (this.number > 1) ? link(this.number - 1) : null);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("pagination", pagination);
        page.put("resources", part(all).stream().map(shape).toList());
        return page;
    }

    <T> List<T> part(List<T> all) {
        int from = (int) Math.min(all.size(), (long) (this.number - 1) * this.size);
        return all.subList(from, Math.min(all.size(), from + this.size));
    }

    private @Nullable Map<String, String> link(int page) {
        String href = UriComponentsBuilder.fromUriString(this.url)
            .replaceQueryParam("page", page)
            .replaceQueryParam("per_page", this.size)
            .build()
            .toUriString();
        return Map.of("href", href);
    }

}
