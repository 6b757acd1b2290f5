package monitoring.storage.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The usage of all targets of an origin, by resource and by the target's id. It bears no
 * names, and one row of numbers a target, as there may be 100,000 targets.
 */
public final class UsageTable {

    /** Stands in a row where nothing was said. */
    private static final double NOTHING = Double.NaN;

    private final Map<Resource, Integer> values = new EnumMap<>(Resource.class);

    private final Map<Resource, Integer> wholes = new EnumMap<>(Resource.class);

    private final Map<String, double[]> rows = new HashMap<>();

    /** Says the usage of a target, in the resource's unit. */
    public void put(Resource resource, String id, double value) {
        put(column(this.values, resource), id, value);
    }

    /** Says what 100 percent of a resource of a target are, in bytes. */
    public void putWhole(Resource resource, String id, double bytes) {
        put(column(this.wholes, resource), id, bytes);
    }

    /** A target's usage, null if it did not report. */
    public @Nullable Double value(Resource resource, String id) {
        double value = at(this.values.get(resource), id);
        return Double.isNaN(value) ? null : value;
    }

    /** What 100 percent of a resource of a target are, in bytes; 0 where not known. */
    public double whole(Resource resource, String id) {
        double value = at(this.wholes.get(resource), id);
        return Double.isNaN(value) ? 0 : value;
    }

    /** Whether nothing was said of any target. */
    public boolean isEmpty() {
        return this.rows.isEmpty();
    }

    private int column(Map<Resource, Integer> columns, Resource resource) {
        return columns.computeIfAbsent(resource, (any) -> this.values.size() + this.wholes.size());
    }

    private void put(int column, String id, double value) {
        double[] row = this.rows.get(id);
        if (row == null || row.length <= column) {
            double[] wider = new double[this.values.size() + this.wholes.size()];
            Arrays.fill(wider, NOTHING);
            if (row != null) {
                System.arraycopy(row, 0, wider, 0, row.length);
            }
            row = wider;
            this.rows.put(id, row);
        }
        row[column] = value;
    }

    private double at(@Nullable Integer column, String id) {
        double[] row = this.rows.get(id);
        return (column == null || row == null || row.length <= column) ? NOTHING : row[column];
    }

}
