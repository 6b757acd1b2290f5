package monitoring.foundation.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;

import org.jspecify.annotations.Nullable;

/** What holds at one moment: how busy the hour is, what climbs, what is silent. */
public final class Moment {

    private static final int NONE = -1;

    private final Layout layout;

    private final Instant time;

    private final double dayLoad;

    private final Map<Integer, Double> climbingCpus = new HashMap<>();

    private final Map<Integer, Double> fillingDisks = new HashMap<>();

    private final boolean past;

    private int silentCell = NONE;

    private int leftCell = NONE;

    private double surge;

    private int pastInstances = 2;

    Moment(Layout layout, Instant time, List<Episode> episodes, boolean past) {
        this.layout = layout;
        this.time = time;
        this.past = past;
        this.dayLoad = dayLoad(time.atZone(Story.ZONE));
        for (Episode episode : episodes) {
            apply(episode, episode.minutes(time));
        }
    }

    private void apply(Episode episode, double minutes) {
        switch (episode.kind()) {
            case CPU_CLIMB -> this.climbingCpus.put(episode.subject(), Curves.climbingCpu(minutes));
            case DISK_FILL -> this.fillingDisks.put(episode.subject(), Curves.fillingDisk(minutes));
            case SURGE -> {
                this.surge = Math.max(this.surge, Curves.surge(minutes));
                this.pastInstances = Curves.instances(minutes);
            }
            case CELL_DEATH -> {
                if (minutes < Curves.CELL_SILENT) {
                    this.silentCell = episode.subject();
                }
                if (minutes >= Curves.CELL_MOVED) {
                    this.leftCell = episode.subject();
                }
            }
        }
    }

    /** From 0.15 at night to 1 in the busiest hours of a working day. */
    private static double dayLoad(ZonedDateTime time) {
        double hour = time.getHour() + time.getMinute() / 60.0 + time.getSecond() / 3600.0;
        double morning = bump(hour, 10.5, 2.2);
        double afternoon = bump(hour, 15.5, 2.6);
        double evening = 0.75 * bump(hour, 20.5, 2.0);
        double load = 0.15 + 0.85 * Math.min(1, Math.max(morning, Math.max(afternoon, evening)));
        boolean weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? 0.1 + 0.55 * load : load;
    }

    private static double bump(double hour, double center, double width) {
        double distance = (hour - center) / width;
        return Math.exp(-distance * distance / 2);
    }

    public Instant time() {
        return this.time;
    }

    public long second() {
        return this.time.getEpochSecond();
    }

    /** How busy the hour is, 0.15 .. 1. */
    public double dayLoad() {
        return this.dayLoad;
    }

    /** Percent of all cores of a VM whose CPU climbs; null of any other. */
    @Nullable Double climbingCpu(FoundationVm vm) {
        return this.climbingCpus.get(vm.number());
    }

    /** Percent of the data disk of a VM whose disk fills; null of any other. */
    @Nullable Double fillingDisk(FoundationVm vm) {
        return this.fillingDisks.get(vm.number());
    }

    /** Percent of one core that all instances of an app are asked for together. */
    double demand(FoundationApp app) {
        return (app.number() == 0) ? 40 + 20 * this.dayLoad + this.surge : 0;
    }

    /** Whether the app is asked for more than usual. */
    public boolean surging() {
        return this.surge > 60;
    }

    /** Whether an agent of the VM answers. */
    public boolean answers(FoundationVm vm) {
        return !vm.cell() || this.silentCell == NONE || !this.layout.cells().get(this.silentCell).equals(vm);
    }

    /** The VMs that are out of the ordinary now, for those who write logs of them. */
    public boolean troubled(FoundationVm vm) {
        Double cpu = climbingCpu(vm);
        return (cpu != null && cpu > 85) || !answers(vm);
    }

    /**
     * The cell that died and whose containers are elsewhere now; null if there is none.
     */
    public @Nullable FoundationVm leftCell() {
        return (this.leftCell == NONE) ? null : this.layout.cells().get(this.leftCell);
    }

    /**
     * The cell an instance runs on.
     * @return null while it runs on none
     */
    public @Nullable FoundationVm cellOf(FoundationApp app, int index) {
        int home = this.layout.homeCell(app, index);
        if (home == this.leftCell) {
            home = this.layout.refugeCell(app, index);
        }
        return (home == this.silentCell) ? null : this.layout.cells().get(home);
    }

    /** The Garden handle of an instance; a moved instance is another container. */
    public String containerId(FoundationApp app, int index, FoundationVm cell) {
        return Chance.guid(this.layout.seed(), 40 + (long) app.number() * 4096 + index, cell.number());
    }

    /**
     * How many instances an app has.
     * @param now what it has now, where this moment is not of the past
     */
    public int instances(FoundationApp app, InstanceCounts now) {
        if (!this.past) {
            return now.of(app);
        }
        return (app.number() == 0) ? this.pastInstances : app.instances();
    }

}
