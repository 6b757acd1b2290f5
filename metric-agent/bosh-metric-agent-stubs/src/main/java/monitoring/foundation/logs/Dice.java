package monitoring.foundation.logs;

import java.util.List;

import monitoring.foundation.layout.Chance;

/** A run of choices that is the same for a seed. */
final class Dice {

    private final long seed;

    private long throwsSoFar;

    Dice(long seed) {
        this.seed = seed;
    }

    int below(int bound) {
        return Chance.below(bound, this.seed, 77, this.throwsSoFar++);
    }

    double unit() {
        return Chance.unit(this.seed, 78, this.throwsSoFar++);
    }

    String hex(int digits) {
        long bits = Chance.bits(this.seed, 79, this.throwsSoFar++);
        return String.format("%016x", bits).substring(0, digits);
    }

    String guid() {
        return Chance.guid(this.seed, 80, this.throwsSoFar++);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

}
