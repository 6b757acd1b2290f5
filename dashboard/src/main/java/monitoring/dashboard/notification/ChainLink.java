package monitoring.dashboard.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import monitoring.storage.notification.Receiver;

/**
 * Receivers who are told at the same moment of an alarm's escalation.
 *
 * @param step 0 for those who are told at once
 * @param after how long they wait for an acknowledgement; zero for as long as the batch's
 * configuration says, once for each step
 * @param receivers who they are, by name
 */
public record ChainLink(int step, Duration after, List<Receiver> receivers) {

    /** What the batch waits for unless its configuration says otherwise. */
    private static final Duration USUAL = Duration.ofMinutes(15);

    /** The chain of those who are told at all, in the order in which they are told. */
    static List<ChainLink> chain(List<Receiver> receivers) {
        TreeMap<Moment, List<Receiver>> byMoment = new TreeMap<>(Comparator.comparing((Moment one) -> one.reckoned())
            .thenComparingInt(Moment::step)
            .thenComparing(Moment::after));
        receivers.stream()
            .filter(Receiver::enabled)
            .sorted(Comparator.comparing(Receiver::name))
            .forEach((one) -> byMoment.computeIfAbsent(Moment.of(one.scope()), (any) -> new ArrayList<>()).add(one));
        List<ChainLink> chain = new ArrayList<>();
        byMoment.forEach((moment, all) -> chain.add(new ChainLink(moment.step(), moment.after(), all)));
        return chain;
    }

    /**
     * When somebody is told.
     *
     * @param reckoned after the first ones, with the usual wait where it has none of its
     * own
     * @param step 0 at once; 0 too where the wait is its own
     * @param after its own wait
     */
    private record Moment(Duration reckoned, int step, Duration after) {

        static Moment of(Receiver.Scope scope) {
            Duration own = (scope.level() == 0) ? Duration.ZERO : scope.after();
            return new Moment(scope.waits(USUAL), own.isZero() ? scope.level() : 0, own);
        }

    }

}
