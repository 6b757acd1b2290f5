package monitoring.storage.log;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * What log events of past days take, and how they are forgotten, a whole day at a time.
 */
public interface LogRetention {

    /**
     * The days of which events are kept, oldest first.
     * @throws LogStoreException if the server refuses or does not answer
     */
    List<LogDay> days();

    /**
     * Forgets all events of a day.
     * @throws LogStoreException if the server refuses or does not answer
     */
    void delete(LogDay day);

    /**
     * Has the server forget days of a certain age by itself, if it can; asking again
     * changes the age.
     * @return whether it does
     * @throws LogStoreException if the server does not answer
     */
    boolean handOver(Duration maxAge);

    /**
     * The events of one day.
     *
     * @param day in UTC
     * @param events how many there are
     * @param bytes what they take on disk, copies included
     */
    record LogDay(LocalDate day, long events, long bytes) {

        public LogDay {
            requireNonNull(day, "day");
        }

    }

}
