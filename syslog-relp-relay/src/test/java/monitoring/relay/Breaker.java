package monitoring.relay;

import java.util.Arrays;
import java.util.Random;

/**
 * Breaks valid bytes in the ways that bytes break: flipped, lost, doubled, cut, foreign.
 */
public final class Breaker {

    private static final byte[][] FOREIGN = { "\n".getBytes(), " ".getBytes(), "999999999 ".getBytes(),
            "0 syslog 3 a".getBytes(), "1 open 0\n".getBytes(), new byte[] { 0 }, new byte[] { -1, -2 },
            "9999999999".getBytes(), "\"]}[{<\\".getBytes(), new byte[] { 22, 3, 1 } };

    private final Random random;

    /** Breaks the same bytes in the same way for the same seed. */
    public Breaker(long seed) {
        this.random = new Random(seed);
    }

    /** A broken copy; now and then it is whole. */
    public byte[] copy(byte[] valid) {
        byte[] broken = valid.clone();
        for (int wounds = this.random.nextInt(4); wounds > 0; wounds--) {
            broken = wound(broken);
        }
        return broken;
    }

    private byte[] wound(byte[] bytes) {
        int at = this.random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + this.random.nextInt(12));
        return switch (this.random.nextInt(6)) {
            case 0 -> flipped(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], end);
            case 2 -> joined(bytes, end, Arrays.copyOfRange(bytes, at, end), end);
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(bytes, at, FOREIGN[this.random.nextInt(FOREIGN.length)], at);
            default -> digit(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        if (at < bytes.length) {
            bytes[at] ^= (byte) (1 << this.random.nextInt(8));
        }
        return bytes;
    }

    /** Another digit in place of the next one: a wrong length or number. */
    private byte[] digit(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                bytes[i] = (byte) ('0' + this.random.nextInt(10));
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int to, byte[] between, int from) {
        byte[] joined = Arrays.copyOf(bytes, to + between.length + bytes.length - from);
        System.arraycopy(between, 0, joined, to, between.length);
        System.arraycopy(bytes, from, joined, to + between.length, bytes.length - from);
        return joined;
    }

}
