package monitoring.batch.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentTitle;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.jspecify.annotations.Nullable;

/**
 * Decides which alarms belong together: a cell and its containers, a zone, the same
 * resource of many, an app's instances, a VM. A pure function of the open alarms and
 * incidents.
 */
public final class Gathering {

    private final IncidentProperties properties;

    private final List<Alarm> open;

    private final Map<String, Incident> incidents = new HashMap<>();

    private final Map<String, Alarm> silentMachines = new HashMap<>();

    private final Map<String, Integer> silentByZone = new HashMap<>();

    private final Map<String, Integer> sameResource = new HashMap<>();

    private final Instant now;

    public Gathering(IncidentProperties properties, List<Alarm> open, List<Incident> incidents, Instant now) {
        this.properties = properties;
        this.open = open.stream().filter((alarm) -> alarm.state() != AlarmState.PENDING).toList();
        this.now = now;
        incidents.forEach((incident) -> this.incidents.put(incident.groupKey(), incident));
        Map<String, Set<String>> same = new HashMap<>();
        for (Alarm alarm : this.open) {
            AlarmTarget target = alarm.target();
            if (target.origin() == Origin.VM && alarm.resource() == Resource.HEARTBEAT) {
                this.silentMachines.put(target.id(), alarm);
                this.silentMachines.put(target.ip(), alarm);
                this.silentByZone.merge(target.zone(), 1, Integer::sum);
            }
            if (isRecent(alarm)) {
                same.computeIfAbsent(sameKey(alarm), (key) -> new HashSet<>()).add(owner(target));
            }
        }
        this.silentMachines.remove("");
        same.forEach((key, owners) -> this.sameResource.put(key, owners.size()));
    }

    /** A plan for each incident that gets new alarms; the oldest alarm first. */
    public List<IncidentPlan> plans() {
        Map<String, List<Alarm>> byKey = new LinkedHashMap<>();
        this.open.stream()
            .filter((alarm) -> alarm.incidentId() == null)
            .sorted(Comparator.comparing(Gathering::rank))
            .forEach((alarm) -> byKey.computeIfAbsent(key(alarm), (key) -> new ArrayList<>()).add(alarm));
        List<IncidentPlan> plans = new ArrayList<>();
        byKey.forEach((key, alarms) -> plans.add(plan(key, alarms)));
        return plans;
    }

    private IncidentPlan plan(String key, List<Alarm> alarms) {
        Map<String, String> causes = new HashMap<>();
        for (Alarm alarm : alarms) {
            Alarm cause = cause(alarm);
            if (cause != null) {
                causes.put(alarm.id(), cause.id());
            }
        }
        Incident known = this.incidents.get(key);
        return new IncidentPlan((known != null) ? known : begin(key, alarms), alarms, causes);
    }

    private Incident begin(String key, List<Alarm> alarms) {
        Alarm root = alarms.get(0);
        // without its severity, which changes and is shown beside it
        String title = IncidentTitle.of(root, alarms.size() - 1).kept();
        return new Incident("", title, root.severity(), Incident.State.OPEN, this.now, null, root.id(), null, key, "");
    }

    private String key(Alarm alarm) {
        AlarmTarget target = alarm.target();
        Alarm cause = cause(alarm);
        if (cause != null) {
            return key(cause);
        }
        if (alarm.resource() == Resource.BLIND) {
            return target.id();
        }
        if (target.origin() == Origin.BOSH) {
            return "bosh:" + target.id();
        }
        String own = (target.origin() == Origin.VM) ? "vm:" + target.id() : "app:" + target.appGuid();
        if (this.incidents.containsKey(own)) {
            return own;
        }
        if (alarm.resource() == Resource.HEARTBEAT && target.origin() == Origin.VM) {
            boolean zone = !target.zone().isEmpty()
                    && this.silentByZone.getOrDefault(target.zone(), 0) >= this.properties.manyTargets();
            return zone ? "zone:" + target.zone() : own;
        }
        return isOneOfMany(alarm) ? "many:" + sameKey(alarm) : own;
    }

    private boolean isOneOfMany(Alarm alarm) {
        Incident known = this.incidents.get("many:" + sameKey(alarm));
        if (known != null) {
            return !known.openedAt().plus(this.properties.together()).isBefore(this.now);
        }
        return isRecent(alarm) && this.sameResource.getOrDefault(sameKey(alarm), 0) >= this.properties.manyTargets();
    }

    /** The alarm that explains another one: the silence of the machine that it is on. */
    private @Nullable Alarm cause(Alarm alarm) {
        AlarmTarget target = alarm.target();
        return switch (target.origin()) {
            case BOSH -> null;
            case VM -> (alarm.resource() == Resource.HEARTBEAT || alarm.resource() == Resource.BLIND) ? null
                    : this.silentMachines.get(target.id());
            case CONTAINER, APP -> (alarm.resource() == Resource.BLIND) ? null : this.silentMachines.get(target.ip());
        };
    }

    private boolean isRecent(Alarm alarm) {
        Instant raised = alarm.progress().raisedAt();
        return raised != null && !raised.plus(this.properties.together()).isBefore(this.now);
    }

    private static String sameKey(Alarm alarm) {
        return alarm.target().origin() + ":" + alarm.resource();
    }

    private static String owner(AlarmTarget target) {
        return target.appGuid().isEmpty() ? target.id() : target.appGuid();
    }

    /** Causes first: silence of machines, then the worst. */
    private static int rank(Alarm alarm) {
        boolean machine = alarm.target().origin() == Origin.VM || alarm.target().origin() == Origin.BOSH;
        boolean silent = alarm.resource() == Resource.HEARTBEAT || alarm.resource() == Resource.BLIND;
        return ((machine && silent) ? 0 : 10) + (3 - alarm.severity().ordinal());
    }

}
