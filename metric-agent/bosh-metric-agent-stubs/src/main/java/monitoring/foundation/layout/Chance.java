package monitoring.foundation.layout;

import java.util.UUID;

/** Numbers that look random and are the same for the same arguments. */
public final class Chance {

    private Chance() {
    }

    /** A number of all 64 bits. */
    public static long bits(long seed, long a, long b) {
        return mix(mix(mix(seed + 0x9E3779B97F4A7C15L) ^ a) ^ b);
    }

    /** A number from 0 (included) to 1 (not included). */
    public static double unit(long seed, long a, long b) {
        return (bits(seed, a, b) >>> 11) * 0x1.0p-53;
    }

    /** A number from 0 to a bound (not included). */
    public static int below(int bound, long seed, long a, long b) {
        return (int) Long.remainderUnsigned(bits(seed, a, b), bound);
    }

    /** A GUID of version 4. */
    public static String guid(long seed, long a, long b) {
        long high = bits(seed, a, b) & ~0xF000L | 0x4000L;
        long low = bits(~seed, a, b) & ~(0xC000L << 48) | (0x8000L << 48);
        return new UUID(high, low).toString();
    }

    /**
     * A value from -1 to 1 that wanders in the course of time without leaps.
     * @param second epoch second
     * @param pace seconds after which it has become another one
     */
    public static double wave(long seed, long subject, long second, int pace) {
        long step = Math.floorDiv(second, pace);
        double part = (double) Math.floorMod(second, pace) / pace;
        double from = unit(seed, subject, step);
        double to = unit(seed, subject, step + 1);
        double eased = part * part * (3 - 2 * part);
        return 2 * (from + (to - from) * eased) - 1;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

}
