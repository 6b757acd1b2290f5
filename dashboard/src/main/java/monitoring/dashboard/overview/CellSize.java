package monitoring.dashboard.overview;

/**
 * What a cell has for containers.
 *
 * @param memory bytes, 0 where not known
 * @param disk bytes, 0 where not known
 */
record CellSize(double memory, double disk) {

    static final CellSize UNKNOWN = new CellSize(0, 0);

    /** It, with what it does not know taken from another. */
    CellSize or(CellSize other) {
        return new CellSize(Math.max(this.memory, other.memory), Math.max(this.disk, other.disk));
    }

}
