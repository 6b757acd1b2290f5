package monitoring.metricagent.container;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import monitoring.storage.metric.Sample;

/** Reads the containers of this host. */
public interface ContainerReader {

    /** Reads no containers, where there are none. */
    ContainerReader NONE = (time) -> List.of();

    /**
     * Reads once, as of a time.
     * @throws IOException if the source did not answer, or not with what it should; the
     * message names it
     */
    List<Sample> read(Instant time) throws IOException;

}
