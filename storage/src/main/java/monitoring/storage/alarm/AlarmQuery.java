package monitoring.storage.alarm;

import java.util.Set;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Asks for alarms. An empty set means any; PENDING ones are found only where they are
 * asked for.
 *
 * @param origins of these kinds; copied
 * @param resources of these resources; copied
 * @param severities as bad as this; copied
 * @param states in these states; copied
 * @param raised raised within, null for any time
 * @param text part of the target's name or address, empty for any
 * @param incident of this incident only, null for any
 * @param organizations of the apps of these only, empty for everything; copied
 * @param zone of targets in this availability zone, empty for any
 * @param service of this service as statistics name it, such as {@code cf / router};
 * empty for any
 * @param order in which they come
 * @param page which part
 */
public record AlarmQuery(Set<Origin> origins, Set<Resource> resources, Set<Severity> severities, Set<AlarmState> states,
        @Nullable TimeRange raised, String text, @Nullable String incident, Set<String> organizations, String zone,
        String service, AlarmOrder order, PageRequest page) {

    public AlarmQuery {
        origins = Set.copyOf(origins);
        resources = Set.copyOf(resources);
        severities = Set.copyOf(severities);
        states = Set.copyOf(states);
        organizations = Set.copyOf(organizations);
        requireNonNull(text, "text");
        requireNonNull(zone, "zone");
        requireNonNull(service, "service");
        requireNonNull(order, "order");
        requireNonNull(page, "page");
    }

    /** Of everything, newest first. */
    public AlarmQuery(Set<Origin> origins, Set<Resource> resources, Set<Severity> severities, Set<AlarmState> states,
            @Nullable TimeRange raised, String text, PageRequest page) {
        this(origins, resources, severities, states, raised, text, null, Set.of(), "", "", AlarmOrder.NEWEST_FIRST,
                page);
    }

    /**
     * The same, of the apps of some organizations only; of everything where there are
     * none.
     */
    public AlarmQuery of(Set<String> organizations) {
        return new AlarmQuery(this.origins, this.resources, this.severities, this.states, this.raised, this.text,
                this.incident, organizations, this.zone, this.service, this.order, this.page);
    }

    /** The same, of one incident only; of any if null. */
    public AlarmQuery ofIncident(@Nullable String incident) {
        return new AlarmQuery(this.origins, this.resources, this.severities, this.states, this.raised, this.text,
                incident, this.organizations, this.zone, this.service, this.order, this.page);
    }

    /** The same in another order. */
    public AlarmQuery in(AlarmOrder order) {
        return new AlarmQuery(this.origins, this.resources, this.severities, this.states, this.raised, this.text,
                this.incident, this.organizations, this.zone, this.service, order, this.page);
    }

    /** The same, in one zone and of one service only; of any if empty. */
    public AlarmQuery within(String zone, String service) {
        return new AlarmQuery(this.origins, this.resources, this.severities, this.states, this.raised, this.text,
                this.incident, this.organizations, zone, service, this.order, this.page);
    }

    /** Another page of the same. */
    public AlarmQuery at(PageRequest page) {
        return new AlarmQuery(this.origins, this.resources, this.severities, this.states, this.raised, this.text,
                this.incident, this.organizations, this.zone, this.service, this.order, page);
    }

}
