package monitoring.foundation.story;

import monitoring.foundation.layout.Chance;
import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;

/** How loaded VMs and containers are at a moment. */
public final class Load {

    private final long seed;

    public Load(Layout layout) {
        this.seed = layout.seed();
    }

    /** Percent of all cores. */
    public double cpu(FoundationVm vm, Moment moment) {
        Double climbing = moment.climbingCpu(vm);
        double wander = Chance.wave(this.seed, 100 + vm.number(), moment.second(), 300);
        if (climbing != null) {
            return clamp(climbing + wander, 1, 100);
        }
        double base = (vm.cell() ? 18 : 8) + 22 * Chance.unit(this.seed, 31, vm.number());
        return clamp(base * (0.45 + 0.9 * moment.dayLoad()) + 5 * wander, 1, 80);
    }

    /** Percent of one core. */
    public double core(FoundationVm vm, int core, double cpu, Moment moment) {
        double wander = Chance.wave(this.seed, 1_000_000L + vm.number() * 64L + core, moment.second(), 90);
        return clamp(cpu + Math.min(4, (100 - cpu) / 2) * wander, 0.2, 100);
    }

    /** Percent used, that is total less available. */
    public double memory(FoundationVm vm, Moment moment) {
        double base = 35 + 32 * Chance.unit(this.seed, 32, vm.number());
        double wander = Chance.wave(this.seed, 200_000_000L + vm.number(), moment.second(), 3600);
        return clamp(base + 4 * wander + 6 * moment.dayLoad(), 5, 84);
    }

    /** Percent used of the data disk. */
    public double dataDisk(FoundationVm vm, Moment moment) {
        Double filling = moment.fillingDisk(vm);
        if (filling != null) {
            return filling;
        }
        double wander = Chance.wave(this.seed, 300_000_000L + vm.number(), moment.second(), 86_400);
        return 20 + 40 * Chance.unit(this.seed, 33, vm.number()) + 4 * wander;
    }

    /** Percent used of the root disk. */
    public double rootDisk(FoundationVm vm) {
        return 35 + 25 * Chance.unit(this.seed, 34, vm.number());
    }

    /** Bytes a second, received. */
    public double traffic(FoundationVm vm, Moment moment) {
        double peak = 2e5 + (vm.job().contains("router") ? 2e7 : 3e6) * Chance.unit(this.seed, 35, vm.number());
        double wander = Chance.wave(this.seed, 400_000_000L + vm.number(), moment.second(), 120);
        return peak * moment.dayLoad() * (1 + 0.3 * wander);
    }

    /** Percent of one core. */
    public double containerCpu(FoundationApp app, int index, int instances, Moment moment) {
        double wander = Chance.wave(this.seed, 500_000_000L + app.number() * 4096L + index, moment.second(), 120);
        double demand = moment.demand(app);
        if (demand > 0) {
            return clamp(4 + demand / Math.max(1, instances) + 2 * wander, 1, 97.5);
        }
        double base = 3 + 25 * Chance.unit(this.seed, 36, app.number());
        return clamp(base * (0.3 + 1.2 * moment.dayLoad()) + 2 * wander, 0.1, 80);
    }

    /** Percent of the quota. */
    public double containerMemory(FoundationApp app, int index, double cpu, Moment moment) {
        double base = 35 + 25 * Chance.unit(this.seed, 37, app.number());
        double wander = Chance.wave(this.seed, 900_000_000L + app.number() * 4096L + index, moment.second(), 1800);
        return clamp(base + 3 * wander + cpu / 8, 5, 84);
    }

    /** Percent of the quota. */
    public double containerDisk(FoundationApp app) {
        return 12 + 40 * Chance.unit(this.seed, 38, app.number());
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

}
