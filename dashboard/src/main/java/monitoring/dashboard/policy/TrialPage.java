package monitoring.dashboard.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.storage.metric.TimeRange;

import org.jspecify.annotations.Nullable;

/**
 * A trial as it is shown.
 *
 * @param range over which time
 * @param step how finely
 * @param coarse whether that is coarser than the batch judges
 * @param shortened whether it is less than was asked for
 * @param targets how many had values
 * @param edited what the policy would have done as it would be saved
 * @param saved what it would have done as it is in force, null for a new one
 * @param days alarms a day
 * @param alarms the alarms it would have raised, newest first, as many as are listed
 */
public record TrialPage(TimeRange range, Duration step, boolean coarse, boolean shortened, int targets, Sum edited,
        @Nullable Sum saved, List<Day> days, List<Outcome> alarms) {

    static TrialPage of(Trials.Answer answer, ZoneId zone, int listed) {
        Plan plan = answer.plan();
        Map<LocalDate, Integer> edited = answer.edited().days(zone);
        Map<LocalDate, Integer> saved = answer.saved().map((trial) -> trial.days(zone)).orElse(Map.of());
        List<Day> days = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(plan.range().to().minusSeconds(1), zone);
        for (LocalDate day = LocalDate.ofInstant(plan.range().from(), zone); !day.isAfter(last); day = day
            .plusDays(1)) {
            days.add(new Day(day, edited.getOrDefault(day, 0), saved.getOrDefault(day, 0)));
        }
        List<Outcome> alarms = new ArrayList<>(answer.edited().outcomes());
        alarms.sort((a, b) -> b.raisedAt().compareTo(a.raisedAt()));
        return new TrialPage(plan.range(), plan.step(), plan.step().compareTo(Plan.PACE) > 0, plan.shortened(),
                answer.targets(), Sum.of(answer.edited()), answer.saved().map(Sum::of).orElse(null), days,
                alarms.subList(0, Math.min(listed, alarms.size())));
    }

    /** The highest bar, at least 1, for a scale. */
    public int highest() {
        return Math.max(1, this.days.stream().mapToInt((day) -> Math.max(day.edited(), day.saved())).max().orElse(1));
    }

    /** End of the time that was tried. */
    public Instant end() {
        return this.range.to();
    }

    /**
     * What one policy would have done.
     *
     * @param alarms how many alarms
     * @param targets how many targets had one
     * @param mails how many messages
     * @param byReceiver messages by receiver, most first
     */
    public record Sum(int alarms, long targets, int mails, Map<String, Integer> byReceiver) {

        static Sum of(Trial trial) {
            List<Outcome> all = trial.outcomes();
            return new Sum(all.size(), all.stream().map((one) -> one.target().id()).distinct().count(),
                    trial.mails().total(), trial.mails().byName());
        }

    }

    /**
     * One day.
     *
     * @param date which one
     * @param edited alarms of the edited policy
     * @param saved alarms of the one in force
     */
    public record Day(LocalDate date, int edited, int saved) {
    }

}
