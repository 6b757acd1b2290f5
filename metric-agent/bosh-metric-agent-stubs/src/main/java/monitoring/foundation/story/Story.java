package monitoring.foundation.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.story.Episode.Kind;
import monitoring.storage.metric.TimeRange;

/**
 * When what happens. Before the foundation was first started it happens as in an ordinary
 * week; from then on in short turns, so that somebody who looks sees it.
 */
public final class Story {

    /** Whose working hours the daily load follows. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    /** So far a CPU has climbed already when the foundation is first started. */
    private static final Duration HEAD_START = Duration.ofMinutes(8);

    private final Layout layout;

    private final Instant firstStart;

    private final List<FoundationVm> climbers;

    private final List<FoundationVm> fillers;

    /**
     * A story for a foundation.
     * @param firstStart when it was first started; kept over restarts
     */
    public Story(Layout layout, Instant firstStart) {
        this.layout = layout;
        this.firstStart = firstStart;
        this.climbers = oneOfEachJob(layout, List.of("router", "api", "uaa", "diego-api", "doppler", "database"));
        this.fillers = oneOfEachJob(layout, List.of("mysql", "log-api", "singleton-blobstore", "database"));
    }

    private static List<FoundationVm> oneOfEachJob(Layout layout, List<String> jobs) {
        List<FoundationVm> found = jobs.stream()
            .flatMap((job) -> layout.vms().stream().filter((vm) -> vm.job().equals(job)).limit(1))
            .toList();
        return found.isEmpty() ? layout.vms().subList(0, 1) : found;
    }

    public Instant firstStart() {
        return this.firstStart;
    }

    /** What holds at a moment. */
    public Moment at(Instant time) {
        List<Episode> now = between(time, time.plusMillis(1));
        return new Moment(this.layout, time, now, time.isBefore(this.firstStart));
    }

    /** The episodes that hold at some time of a stretch, in order of their start. */
    public List<Episode> between(Instant from, Instant to) {
        List<Episode> episodes = new ArrayList<>();
        Instant pastEnd = this.firstStart.minus(Duration.ofHours(1));
        for (Instant day = startOfDay(from).minus(Duration.ofDays(1)); day.isBefore(to)
                && day.isBefore(pastEnd); day = day.plus(Duration.ofDays(1))) {
            for (Episode episode : ofPastDay(day)) {
                if (episode.end().isBefore(pastEnd)) {
                    episodes.add(episode);
                }
            }
        }
        TimeRange span = new TimeRange(from, to);
        addTurns(episodes, span, this.firstStart.minus(HEAD_START), Duration.ofMinutes(30), this::climb);
        addTurns(episodes, span, this.firstStart.plusSeconds(360), Duration.ofMinutes(60), this::death);
        addTurns(episodes, span, this.firstStart.plusSeconds(150), Duration.ofMinutes(40),
                (turn) -> new Episode(Kind.SURGE, 0, Instant.EPOCH));
        return episodes.stream()
            .filter((episode) -> episode.start().isBefore(to) && episode.end().isAfter(from))
            .sorted((a, b) -> a.start().compareTo(b.start()))
            .toList();
    }

    private static void addTurns(List<Episode> episodes, TimeRange span, Instant first, Duration turn,
            LongFunction<Episode> ofTurn) {
        long last = turnsBetween(first, span.to(), turn);
        for (long number = Math.max(0, turnsBetween(first, span.from(), turn) - 1); number <= last; number++) {
            Episode episode = ofTurn.apply(number);
            episodes.add(new Episode(episode.kind(), episode.subject(), first.plus(turn.multipliedBy(number))));
        }
    }

    private static long turnsBetween(Instant first, Instant time, Duration turn) {
        return Math.floorDiv(Duration.between(first, time).toSeconds(), turn.toSeconds());
    }

    private Episode climb(long turn) {
        return new Episode(Kind.CPU_CLIMB, this.climbers.get((int) (turn % this.climbers.size())).number(),
                Instant.EPOCH);
    }

    private Episode death(long turn) {
        return new Episode(Kind.CELL_DEATH, Chance.below(this.layout.cells().size(), this.layout.seed(), 21, turn),
                Instant.EPOCH);
    }

    /**
     * An ordinary day: two surges, one or two CPUs that climb, now and then a cell or a
     * disk.
     */
    private List<Episode> ofPastDay(Instant day) {
        long number = day.getEpochSecond() / 86_400;
        List<Episode> episodes = new ArrayList<>();
        episodes.add(new Episode(Kind.SURGE, 0, atTime(day, LocalTime.of(11, 50), number, 22)));
        episodes.add(new Episode(Kind.SURGE, 0, atTime(day, LocalTime.of(19, 30), number, 23)));
        episodes.add(climb(number % 1000, atTime(day, LocalTime.of(9, 20), number, 24)));
        if (number % 2 == 0) {
            episodes.add(climb(number % 1000 + 3, atTime(day, LocalTime.of(15, 5), number, 25)));
        }
        if (number % 3 == 1) {
            episodes.add(new Episode(Kind.CELL_DEATH, death(number).subject(),
                    atTime(day, LocalTime.of(3, 10), number, 26)));
        }
        if (number % 4 == 2) {
            FoundationVm filler = this.fillers.get((int) (number / 4 % this.fillers.size()));
            episodes.add(new Episode(Kind.DISK_FILL, filler.number(), atTime(day, LocalTime.of(6, 0), number, 27)));
        }
        return episodes;
    }

    private Episode climb(long turn, Instant start) {
        return new Episode(Kind.CPU_CLIMB, climb(turn).subject(), start);
    }

    /** A time of day, up to forty minutes late. */
    private Instant atTime(Instant day, LocalTime time, long number, int what) {
        int late = Chance.below(40 * 60, this.layout.seed(), what, number);
        return day.atZone(ZONE).with(time).toInstant().plusSeconds(late);
    }

    private static Instant startOfDay(Instant time) {
        ZonedDateTime local = time.atZone(ZONE);
        return local.toLocalDate().atStartOfDay(ZONE).toInstant();
    }

}
