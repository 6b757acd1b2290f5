package monitoring.dashboard.account;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.storage.account.SavedFilter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own filters of the alarm list, for programs. */
@RestController
@Tag(name = "Own account")
@RequestMapping("/api/v1/filters")
class FilterApiController {

    private final FilterEdits edits;

    FilterApiController(FilterEdits edits) {
        this.edits = edits;
    }

    /** Those of the account, by name. */
    @GetMapping
    List<FilterView> list() {
        return this.edits.own().stream().map(FilterView::of).toList();
    }

    /** Gives a filter a name; one of the same name is replaced. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FilterView save(@RequestBody FilterForm form) {
        return FilterView
            .of(this.edits.save((form.name() == null) ? "" : form.name(), (form.query() == null) ? "" : form.query()));
    }

    /** Forgets a filter. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        this.edits.delete(this.edits.find(id).id());
    }

    /**
     * A filter.
     *
     * @param id of its row
     * @param name what it is called
     * @param query what the list of alarms is asked with, such as
     * {@code severity=CRITICAL&state=open}
     */
    record FilterView(String id, String name, String query) {

        static FilterView of(SavedFilter filter) {
            return new FilterView(filter.id(), filter.name(), filter.query());
        }

    }

    /**
     * A filter as it is named.
     *
     * @param name 1 to 100 characters
     * @param query as the list of alarms is asked, 1 to 2000 characters
     */
    record FilterForm(@Nullable String name, @Nullable String query) {
    }

}
