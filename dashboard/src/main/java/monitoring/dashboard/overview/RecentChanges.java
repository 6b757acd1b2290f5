package monitoring.dashboard.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What changed in the last hour: alarms that came and went, apps that were scaled. */
@Component
class RecentChanges {

    private static final int SHOWN = 7;

    private final AlarmStore alarms;

    private final ScalingStore scaling;

    private final StoreWatch stores;

    private final Clock clock;

    RecentChanges(AlarmStore alarms, ScalingStore scaling, StoreWatch stores, Clock clock) {
        this.alarms = alarms;
        this.scaling = scaling;
        this.stores = stores;
        this.clock = clock;
    }

    /** Newest first. */
    List<Change> lastHour() {
        Instant now = this.clock.instant();
        Instant since = now.minus(Duration.ofHours(1));
        List<Change> changes = new ArrayList<>();
        AlarmQuery raised = new AlarmQuery(Set.of(), Set.of(), Set.of(),
                Set.of(AlarmState.RAISED, AlarmState.ACKNOWLEDGED, AlarmState.RESOLVED),
                new TimeRange(since, now.plusSeconds(60)), "", PageRequest.first(50).uncounted());
        for (Alarm alarm : this.stores
            .ask(Store.RELATIONS, () -> this.alarms.search(raised), new PageOf<Alarm>(List.of(), 0))
            .items()) {
            changes.add(of(alarm, "raised", alarm.progress().raisedAt()));
        }
        for (Alarm alarm : this.stores.ask(Store.RELATIONS, () -> this.alarms.resolvedSince(since), List.<Alarm>of())) {
            changes.add(of(alarm, "resolved", alarm.progress().resolvedAt()));
        }
        for (ScalingEvent event : this.stores
            .ask(Store.RELATIONS, () -> this.scaling.events("", PageRequest.first(20).uncounted()),
                    new PageOf<ScalingEvent>(List.of(), 0))
            .items()) {
            if (event.at().isAfter(since)) {
                changes.add(of(event));
            }
        }
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes.subList(0, Math.min(changes.size(), SHOWN));
    }

    private static Change of(Alarm alarm, String kind, @Nullable Instant at) {
        Instant time = (at == null) ? alarm.progress().startedAt() : at;
        return new Change(time, kind, kind.equals("raised") ? alarm.severity().code() : "running",
                alarm.target().name(), alarm.resource(), "/alarm/" + alarm.id());
    }

    private static Change of(ScalingEvent event) {
        String what = event.decision().appName() + " " + event.decision().from() + " → " + event.decision().to();
        String kind = (event.outcome() == ScalingEvent.Outcome.SCALED) ? "scaled" : "notscaled";
        return new Change(event.at(), kind, kind.equals("scaled") ? "info" : "warning", what, event.decision().cause(),
                "/scaling/" + event.decision().appGuid());
    }

    /**
     * One change.
     *
     * @param at when
     * @param kind key of its text
     * @param tone key of its colour and icon
     * @param subject what changed
     * @param resource because of which resource
     * @param link where more is said
     */
    public record Change(Instant at, String kind, String tone, String subject, Resource resource, String link) {
    }

}
