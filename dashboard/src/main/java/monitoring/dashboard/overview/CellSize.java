package monitoring.dashboard.overview;

/**
 * What a cell has for containers.
 *
 * @param memory bytes, 0 where not known
 * @param disk bytes, 0 where not known
 */
public record CellSize(double memory, double disk) {

    static final CellSize UNKNOWN = new CellSize(0, 0);

}
