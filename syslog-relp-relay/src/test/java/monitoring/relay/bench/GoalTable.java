package monitoring.relay.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured, beside its goal and beside what rsyslog did in the same run. Each
 * lap is printed at once; the table holds the medians.
 */
final class GoalTable {

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Names a row before it is measured; the table has them in this order. */
    void row(String what, String goal, String unit) {
        this.rows.put(what, new Row(goal, unit, new ArrayList<>(), new ArrayList<>()));
    }

    void ours(String what, double value) {
        note(what, "ours", value, this.rows.get(what).ours());
    }

    void peer(String what, double value) {
        note(what, "rsyslog", value, this.rows.get(what).peer());
    }

    private void note(String what, String who, double value, List<Double> laps) {
        laps.add(value);
        say("  %s, %s: %s".formatted(what, who, number(value)));
    }

    void print() {
        this.rows.forEach((what, row) -> {
            double ours = median(row.ours());
            double peer = median(row.peer());
            if (!row.ours().isEmpty() || !row.peer().isEmpty()) {
                say("| %s | ours %s, rsyslog %s, ratio %s | %s |".formatted(what, cell(ours, row.unit()),
                        cell(peer, row.unit()), cell(ours / peer, ""), row.goal()));
            }
        });
    }

    private static String cell(double value, String unit) {
        return Double.isNaN(value) ? "-" : number(value) + unit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, (value < 100) ? "%.2f" : "%,.0f", value);
    }

    private static double median(List<Double> laps) {
        double[] sorted = laps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted.length == 0) ? Double.NaN : sorted[sorted.length / 2];
    }

    static void say(String line) {
        System.out.println(line);
    }

    private record Row(String goal, String unit, List<Double> ours, List<Double> peer) {
    }

}
