package monitoring.storage.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Silence;
import monitoring.storage.notification.Receiver;

/**
 * Decides who is told of a step of an alarm, when, and why somebody is not. A pure
 * function of receivers, silences and the alarm.
 */
public final class Routing {

    /** Why somebody is not told yet. */
    public static final String WAITS = "waits for an acknowledgement";

    private final List<Receiver> receivers;

    private final List<Silence> silences;

    private final Duration escalateAfter;

    /**
     * Looks at receivers and silences as they are.
     * @param receivers all there are; copied
     * @param silences all there are; copied
     * @param escalateAfter the next receivers are told when nobody acknowledged for so
     * long
     */
    public Routing(List<Receiver> receivers, List<Silence> silences, Duration escalateAfter) {
        this.receivers = List.copyOf(receivers);
        this.silences = List.copyOf(silences);
        this.escalateAfter = escalateAfter;
    }

    /** The receivers whose scope an alarm is in, whatever becomes of them. */
    public List<Receiver> wanted(Alarm alarm) {
        return this.receivers.stream().filter((receiver) -> receiver.scope().covers(alarm)).toList();
    }

    /**
     * What becomes of one receiver.
     * @param receiver whose scope the alarm is in
     * @param alarm after the step
     * @param told whether it was told of the alarm before, and so waits for nobody
     * @param notBefore when it is to be sent at the earliest
     * @param now the moment of the decision
     */
    public Decision decide(Receiver receiver, Alarm alarm, boolean told, Instant notBefore, Instant now) {
        if (!receiver.enabled()) {
            return new Decision(receiver, Answer.SWITCHED_OFF, now, "receiver is switched off");
        }
        if (alarm.severity().compareTo(receiver.scope().minimum()) < 0) {
            return new Decision(receiver, Answer.BELOW_MINIMUM, now,
                    alarm.severity() + " is below " + receiver.scope().minimum());
        }
        Optional<SilencePeriod> silence = silence(alarm, notBefore);
        Instant due = silence.map(SilencePeriod::until).orElse(notBefore);
        int level = told ? 0 : receiver.scope().level();
        Instant escalated = (level == 0) ? due : due.plus(receiver.scope().waits(this.escalateAfter));
        if (silence.isPresent()) {
            return new Decision(receiver, Answer.SILENCED, escalated, silence.get().words());
        }
        if (level > 0) {
            return new Decision(receiver, Answer.WAITS, escalated, WAITS);
        }
        return new Decision(receiver, Answer.TOLD, escalated,
                notBefore.isAfter(now) ? "waits for its group until " + notBefore : "");
    }

    /** The silence that lasts longest of those that are in force for an alarm. */
    public Optional<SilencePeriod> silence(Alarm alarm, Instant at) {
        return SilencePeriod.longest(this.silences, alarm, at);
    }

    /** What can become of a receiver. */
    public enum Answer {

        /** It is told as soon as possible. */
        TOLD,
        /** It is told if nobody acknowledges in time. */
        WAITS,
        /** It is told when the silence ends, if the alarm is still open. */
        SILENCED,
        /** It wants to know of worse ones only. */
        BELOW_MINIMUM,
        /** It is told nothing at all. */
        SWITCHED_OFF;

        /** Whether it is put into the outbox to be sent. */
        public boolean isQueued() {
            return this == TOLD || this == WAITS || this == SILENCED;
        }

    }

    /**
     * What becomes of one receiver.
     *
     * @param receiver which one
     * @param answer whether it is told
     * @param due when, at the earliest
     * @param words what the outbox keeps of the reason; may be empty
     */
    public record Decision(Receiver receiver, Answer answer, Instant due, String words) {
    }

}
