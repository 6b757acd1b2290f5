package monitoring.dashboard.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.notification.Receiver;
import monitoring.storage.routing.Routing;
import monitoring.storage.routing.Routing.Answer;
import monitoring.storage.routing.Routing.Decision;

/**
 * Counts the messages of a trial with the receivers and silences of today. Who waits for
 * an acknowledgement is taken to be told, as nobody gives one. Messages to one receiver
 * at one moment are one if they are more than the batch puts into a digest.
 */
final class Mails {

    /** The batch's usual {@code batch.notify.digest-above}. */
    private static final int DIGEST_ABOVE = 5;

    private final Routing routing;

    private final Map<String, Receiver> receivers = new HashMap<>();

    private final Map<String, Map<Instant, Integer>> byReceiver = new LinkedHashMap<>();

    Mails(Routing routing) {
        this.routing = routing;
    }

    /** Who is told of an alarm. */
    List<String> receivers(Alarm alarm, Instant at) {
        List<String> told = new ArrayList<>();
        for (Receiver receiver : this.routing.wanted(alarm)) {
            Decision decision = this.routing.decide(receiver, alarm, false, at, at);
            if (decision.answer() == Answer.TOLD || decision.answer() == Answer.WAITS) {
                this.receivers.put(receiver.id(), receiver);
                told.add(receiver.id());
            }
        }
        return told;
    }

    /** Counts one step of an alarm. */
    void tell(List<String> told, Instant at) {
        told.forEach((id) -> this.byReceiver.computeIfAbsent(id, (key) -> new HashMap<>()).merge(at, 1, Integer::sum));
    }

    /** Messages by the receiver's name, most first. */
    Map<String, Integer> byName() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        this.byReceiver.entrySet()
            .stream()
            .map((entry) -> Map.entry(name(entry.getKey()), messages(entry.getValue())))
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .forEach((entry) -> counts.merge(entry.getKey(), entry.getValue(), Integer::sum));
        return counts;
    }

    int total() {
        return byName().values().stream().mapToInt(Integer::intValue).sum();
    }

    private String name(String id) {
        Receiver receiver = this.receivers.get(id);
        return (receiver == null) ? id : receiver.name();
    }

    private static int messages(Map<Instant, Integer> moments) {
        return moments.values().stream().mapToInt((alarms) -> (alarms > DIGEST_ABOVE) ? 1 : alarms).sum();
    }

}
