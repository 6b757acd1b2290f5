package monitoring.storage.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy.Damping;
import monitoring.storage.policy.Threshold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The life of an alarm on a time line: one value a minute, one step a value. */
class AlarmLifeTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private static final Threshold LIMITS = new Threshold(80, 90);

    private final AlarmLife life = new AlarmLife(Flapping.DEFAULT);

    /** {@code .} no step, {@code ?} no value at all, {@code ack} a person takes it. */
    static Stream<Arguments> timeLines() {
        Damping atOnce = new Damping(5, 1, 1);
        Damping patient = new Damping(5, 3, 2);
        return Stream.of(line("stays quiet under the limit", atOnce, "10 79.99 10", ". . ."),
                line("raises on the limit, as platform alarms do", atOnce, "80", "RAISED/WARNING"),
                line("raises at once as critical", atOnce, "95", "RAISED/CRITICAL"),
                line("waits for three windows in a row", patient, "85 85 85", "PENDING/WARNING SEEN RAISED/WARNING"),
                line("forgets a breach that did not last", patient, "85 85 79 85",
                        "PENDING/WARNING SEEN DROPPED PENDING/WARNING"),
                line("resolves only below the recovery", atOnce, "85 79 76.01 75.99",
                        "RAISED/WARNING SEEN SEEN RECOVERED"),
                line("needs two good windows in a row", patient, "85 85 85 70 78 70 70",
                        "PENDING/WARNING SEEN RAISED/WARNING SEEN SEEN SEEN RECOVERED"),
                line("hovers at the limit as one alarm", atOnce, "81 79 81 79 81 79",
                        "RAISED/WARNING SEEN SEEN SEEN SEEN SEEN"),
                line("gets worse as the same alarm", atOnce, "85 95 96", "RAISED/WARNING ESCALATED/CRITICAL SEEN"),
                line("gets better only below the critical recovery", atOnce, "95 89 86 85.49 85",
                        "RAISED/CRITICAL SEEN SEEN DEESCALATED/WARNING SEEN"),
                line("escalates an acknowledged one too", atOnce, "85 ack 95 70",
                        "RAISED/WARNING . ESCALATED/CRITICAL RECOVERED"),
                line("keeps an alarm open over a gap", atOnce, "95 ? ? ? 95 70",
                        "RAISED/CRITICAL . . . SEEN RECOVERED"),
                line("keeps a breach pending over a gap", patient, "85 ? 85 ? 85",
                        "PENDING/WARNING . SEEN . RAISED/WARNING"),
                line("repeats what nobody took, every ten minutes", atOnce, "95 " + "95 ".repeat(10) + "95",
                        "RAISED/CRITICAL " + "SEEN ".repeat(9) + "REPEATED/CRITICAL SEEN"),
                line("does not repeat what somebody took", atOnce, "95 ack " + "95 ".repeat(12),
                        "RAISED/CRITICAL . " + "SEEN ".repeat(12)),
                line("does not repeat while the value is on its way down", atOnce, "95 " + "79 ".repeat(12),
                        "RAISED/CRITICAL " + "SEEN ".repeat(12)),
                line("flaps after three alarms within the hour, and resolves late", atOnce,
                        "95 10 95 10 95 10 95 10 10 10 10 95 10 10 10 10 10",
                        "RAISED/CRITICAL RECOVERED RAISED/CRITICAL RECOVERED RAISED/CRITICAL RECOVERED "
                                + "FLAPPING/CRITICAL SEEN SEEN SEEN SEEN SEEN SEEN SEEN SEEN SEEN RECOVERED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("timeLines")
    void lives(String name, Damping damping, String values, String expected) {
        Rule rule = new Rule(Origin.VM, Resource.CPU, LIMITS, Duration.ofMinutes(1), Duration.ofMinutes(10), damping);
        assertThat(play(rule, values.strip().split(" +"))).containsExactly(expected.strip().split(" +"));
    }

    private List<String> play(Rule rule, String[] values) {
        List<String> steps = new ArrayList<>();
        Alarm open = null;
        int ended = 0;
        Instant now = START;
        for (String value : values) {
            if (value.equals("ack") && open != null) {
                open = open.withState(AlarmState.ACKNOWLEDGED);
                steps.add(".");
                continue;
            }
            now = now.plusSeconds(60);
            Optional<AlarmStep> step = value.equals("?") ? Optional.empty()
                    : this.life.next(rule, open, ended, target(), Observation.of(rule, Double.parseDouble(value), now));
            steps.add(step.map(AlarmLifeTest::words).orElse("."));
            open = step.isEmpty() ? open : after(step.get(), now);
            ended += (step.isPresent() && step.get().kind() == AlarmStep.Kind.RECOVERED) ? 1 : 0;
        }
        return steps;
    }

    /** What the keeper makes of a step. */
    private static @Nullable Alarm after(AlarmStep step, Instant now) {
        Alarm alarm = step.alarm();
        Progress progress = alarm.progress();
        return switch (step.kind()) {
            case DROPPED, RECOVERED, ENDED -> null;
            case RAISED, FLAPPING, REPEATED, ESCALATED -> alarm.withProgress(new Progress(progress.startedAt(),
                    progress.raisedAt(), null, null, null, progress.breaches(), progress.inRow(), now));
            default -> alarm;
        };
    }

    private static String words(AlarmStep step) {
        return switch (step.kind()) {
            case SEEN, DROPPED, RECOVERED, ENDED -> step.kind().name();
            default -> step.kind() + "/" + step.alarm().severity();
        };
    }

    private static AlarmTarget target() {
        return new AlarmTarget(Origin.VM, "guid", "web/0", "10.0.0.1", "cf", "z1", "");
    }

    private static Arguments line(String name, Damping damping, String values, String expected) {
        return arguments(name, damping, values, expected);
    }

}
