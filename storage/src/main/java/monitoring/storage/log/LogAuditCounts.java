package monitoring.storage.log;

import java.util.EnumMap;
import java.util.Map;

import monitoring.storage.log.LogAuditLine.Figure;

/**
 * Messages, counted by what became of them. They add up if
 * {@code received = journaled + repeated} and
 * {@code journaled = indexed + joined + deadLettered + lost + inFlight}.
 *
 * @param figures what is left out is 0; copied
 */
public record LogAuditCounts(Map<Figure, Long> figures) {

    /** Nothing at all. */
    public static final LogAuditCounts NONE = new LogAuditCounts(Map.of());

    public LogAuditCounts {
        figures = Map.copyOf(figures);
    }

    /** How many of one kind. */
    public long of(Figure figure) {
        return this.figures.getOrDefault(figure, 0L);
    }

    /** Both together. */
    public LogAuditCounts plus(LogAuditCounts other) {
        Map<Figure, Long> sum = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            sum.put(figure, of(figure) + other.of(figure));
        }
        return new LogAuditCounts(sum);
    }

    /** Whether each message is accounted for. */
    public boolean addUp() {
        return of(Figure.RECEIVED) == of(Figure.JOURNALED) + of(Figure.REPEATED)
                && of(Figure.JOURNALED) == of(Figure.INDEXED) + of(Figure.JOINED) + of(Figure.DEAD_LETTERED)
                        + of(Figure.LOST) + of(Figure.IN_FLIGHT)
                && of(Figure.ACKNOWLEDGED) <= of(Figure.RECEIVED) && of(Figure.IN_FLIGHT) >= 0;
    }

}
