package monitoring.dashboard.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.account.SavedFilter;
import monitoring.storage.account.SavedFilterStore;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of lists that the one who is signed in gave a name. */
@Component
public class Filters {

    /** Where in a list a page begins is no part of a filter. */
    private static final List<String> PLACES = List.of("page", "after", "before");

    private final SavedFilterStore filters;

    private final StoreWatch stores;

    private final HttpServletRequest request;

    private final Clock clock;

    Filters(SavedFilterStore filters, StoreWatch stores, HttpServletRequest request, Clock clock) {
        this.filters = filters;
        this.stores = stores;
        this.request = request;
        this.clock = clock;
    }

    /** Gives a list its saved filters and the query of the one that is shown. */
    public void add(String page, Model model) {
        model.addAttribute("saved",
                this.stores.ask(Store.RELATIONS, () -> this.filters.list(Audit.user(), page), List.<SavedFilter>of()));
        model.addAttribute("query", query());
    }

    /** The moment of the request. */
    public Instant now() {
        return this.clock.instant();
    }

    /** The query without the page and what is empty. */
    private String query() {
        return UriComponentsBuilder.newInstance()
            .query(this.request.getQueryString())
            .build()
            .getQueryParams()
            .entrySet()
            .stream()
            .filter((entry) -> !PLACES.contains(entry.getKey()))
            .flatMap((entry) -> entry.getValue()
                .stream()
                .filter((value) -> value != null && !value.isEmpty())
                .map((value) -> entry.getKey() + "=" + value))
            .collect(Collectors.joining("&"));
    }

}
