package monitoring.batch.evaluate;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.jspecify.annotations.Nullable;

/** The open alarms of one cycle, and how often the same ended lately. */
final class OpenAlarms {

    private final Map<Key, Alarm> open = new HashMap<>();

    private final Map<Key, Integer> recent = new HashMap<>();

    private final Map<Key, Instant> blindUntil = new HashMap<>();

    OpenAlarms(List<Alarm> open, List<Alarm> ended) {
        open.forEach((alarm) -> this.open.put(Key.of(alarm.target(), alarm.resource()), alarm));
        for (Alarm alarm : ended) {
            Key key = Key.of(alarm.target(), alarm.resource());
            this.recent.merge(key, 1, Integer::sum);
            Instant resolved = alarm.progress().resolvedAt();
            if (alarm.resource() == Resource.BLIND && resolved != null) {
                this.blindUntil.merge(key, resolved, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }

    @Nullable Alarm find(Origin origin, String target, Resource resource) {
        return this.open.get(new Key(origin, target, resource));
    }

    boolean has(Origin origin, String target, Resource resource) {
        return find(origin, target, resource) != null;
    }

    /** Whether an alarm of BLIND is open, or was at a moment or after it. */
    boolean wasBlind(Origin origin, String target, Instant since) {
        Instant until = this.blindUntil.get(new Key(origin, target, Resource.BLIND));
        return has(origin, target, Resource.BLIND) || (until != null && until.isAfter(since));
    }

    /** Whether an alarm bears the reading of a moment already. */
    boolean isJudgedAt(Alarm alarm, Instant moment) {
        Alarm known = this.open.get(Key.of(alarm.target(), alarm.resource()));
        return known != null && !known.reading().at().isBefore(moment);
    }

    int recent(AlarmTarget target, Resource resource) {
        return this.recent.getOrDefault(Key.of(target, resource), 0);
    }

    Collection<Alarm> all() {
        return this.open.values();
    }

    private record Key(Origin origin, String target, Resource resource) {

        static Key of(AlarmTarget target, Resource resource) {
            return new Key(target.origin(), target.id(), resource);
        }

    }

}
