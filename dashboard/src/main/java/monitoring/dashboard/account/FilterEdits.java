package monitoring.dashboard.account;

import java.util.List;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.Links;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.account.SavedFilter;
import monitoring.storage.account.SavedFilterStore;

import org.springframework.stereotype.Component;

/**
 * Keeps and forgets the own filters of the alarm list of the one who is signed in; every
 * change is audited.
 */
@Component
class FilterEdits {

    private static final String PAGE = "alarm";

    private final SavedFilterStore filters;

    private final Audit audit;

    FilterEdits(SavedFilterStore filters, Audit audit) {
        this.filters = filters;
        this.audit = audit;
    }

    /** The own ones, by name. */
    List<SavedFilter> own() {
        return this.filters.list(Audit.user(), PAGE);
    }

    /** Keeps a filter; one of the same name is replaced. */
    SavedFilter save(String name, String query) {
        String words = name.strip();
        if (words.isEmpty() || words.length() > 100) {
            throw new InvalidInputException("name", words.length() + " characters", "1 to 100");
        }
        if (!Links.isQuery(query)) {
            throw new InvalidInputException("query", query, "the query of the alarm list");
        }
        this.filters.save(new SavedFilter("", Audit.user(), PAGE, words, query));
        this.audit.record("filter.save", "saved_filters/" + words, AuditDetail.of("query", query));
        return own().stream()
            .filter((one) -> one.name().equals(words))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("filter", words));
    }

    /** Forgets a filter; nothing where there is none. */
    void delete(String id) {
        this.filters.delete(Audit.user(), id);
        this.audit.record("filter.delete", "saved_filters/" + id, "");
    }

    SavedFilter find(String id) {
        return own().stream()
            .filter((one) -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("filter", id));
    }

}
