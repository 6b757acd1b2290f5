package monitoring.foundation.story;

/**
 * How episodes go, by minutes from their start. Shared by what is measured and what was
 * told of it.
 */
public final class Curves {

    /** A cell is silent from its death for so many minutes. */
    public static final double CELL_SILENT = 9;

    /** Minutes after which Diego has moved the containers of a dead cell. */
    public static final double CELL_MOVED = 0.75;

    /**
     * Minutes at which a climbing CPU's mean of ten minutes reaches 85, then 90, and is
     * well again.
     */
    public static final double[] CPU_STEPS = { 11.5, 13.5, 24 };

    /** Minutes at which a filling disk reaches 85 percent, and at which it is cleaned. */
    public static final double[] DISK_STEPS = { 9.25 * 60, 10 * 60 };

    /**
     * Minutes at which a surge was relieved, one instance each, and at which it was
     * reversed.
     */
    private static final double[] SCALED = { 4, 7, 10, 25, 28, 31 };

    private static final int[] SCALED_TO = { 3, 4, 5, 4, 3, 2 };

    private Curves() {
    }

    /** Percent of all cores. */
    static double climbingCpu(double minutes) {
        if (minutes < 3) {
            return 35 + 53 * minutes / 3;
        }
        if (minutes < 11) {
            return 88;
        }
        if (minutes < 20) {
            return 98;
        }
        return Math.max(30, 98 - 68 * (minutes - 20));
    }

    /** Percent of one core that a surge adds to what the app is asked for. */
    static double surge(double minutes) {
        if (minutes < 2) {
            return 120 * minutes;
        }
        if (minutes < 20) {
            return 240;
        }
        return Math.max(0, 240 - 80 * (minutes - 20));
    }

    /** Percent of the data disk. */
    static double fillingDisk(double minutes) {
        return 58 + 29 * minutes / (10 * 60);
    }

    /** How many times AutoScale stepped in during one surge of the past. */
    public static int scalingSteps() {
        return SCALED.length;
    }

    /** Minutes from the start of a surge to a step of AutoScale. */
    public static double scalingMinute(int step) {
        return SCALED[step];
    }

    /**
     * How many instances the loaded app has after a step of AutoScale; at first it has
     * two.
     */
    public static int instancesAfter(int step) {
        return (step < 0) ? 2 : SCALED_TO[step];
    }

    /** How many instances the loaded app had in a surge of the past. */
    static int instances(double minutes) {
        int step = -1;
        while (step + 1 < SCALED.length && SCALED[step + 1] <= minutes) {
            step++;
        }
        return instancesAfter(step);
    }

}
