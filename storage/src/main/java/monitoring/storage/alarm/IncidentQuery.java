package monitoring.storage.alarm;

import java.util.Set;

import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Asks for incidents, the newest first.
 *
 * @param states in these states, empty for any; copied
 * @param least as bad as this or worse, null for any
 * @param assignee whom they are assigned to, empty for nobody, null for anybody
 * @param opened opened within, null for any time
 * @param text part of the title or of the name or address of a target of its alarms, or
 * its number; empty for any
 * @param titles other texts of which any may be part of the title, where there is a text;
 * copied
 * @param page which part
 */
public record IncidentQuery(Set<Incident.State> states, @Nullable Severity least, @Nullable String assignee,
        @Nullable TimeRange opened, String text, Set<String> titles, PageRequest page) {

    public IncidentQuery {
        states = Set.copyOf(states);
        titles = Set.copyOf(titles);
        requireNonNull(text, "text");
        requireNonNull(page, "page");
    }

    /** Of the open ones, or of all. */
    public static IncidentQuery of(boolean openOnly, PageRequest page) {
        return new IncidentQuery(openOnly ? Set.of(Incident.State.OPEN) : Set.of(), null, null, null, "", Set.of(),
                page);
    }

    /** Another page of the same. */
    public IncidentQuery at(PageRequest page) {
        return new IncidentQuery(this.states, this.least, this.assignee, this.opened, this.text, this.titles, page);
    }

    /** The same, which finds the title by other texts as well. */
    public IncidentQuery orTitled(Set<String> titles) {
        return new IncidentQuery(this.states, this.least, this.assignee, this.opened, this.text, titles, this.page);
    }

}
