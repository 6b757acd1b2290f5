package monitoring.foundation.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Moment;
import monitoring.storage.metric.TimeRange;

/**
 * Sends what the foundation's VMs logged in a stretch of the past, with the times of
 * then.
 */
public final class LogHistory {

    private static final int LINES_TOGETHER = 500;

    /** Of a week; more is logged when more is done. */
    private static final double MEAN_LOAD = 0.5;

    private final Foundation foundation;

    private final RelpProperties properties;

    public LogHistory(Foundation foundation, RelpProperties properties) {
        this.foundation = foundation;
        this.properties = properties;
    }

    /**
     * Sends lines, oldest first, more of them in busy hours.
     * @param count about how many
     * @return how many exactly
     * @throws UncheckedIOException if the relay does not take all of them; it may have
     * some
     */
    public int write(TimeRange range, int count) {
        LogLines lines = new LogLines(this.foundation);
        double step = MEAN_LOAD * range.length().toMillis() / count;
        InetSocketAddress relay = new InetSocketAddress(this.properties.host(), this.properties.port());
        try (RelpClient client = new RelpClient(relay, this.properties.window())) {
            int sent = 0;
            for (Instant time = range.from(); range.contains(time);) {
                Moment moment = this.foundation.story().at(time);
                for (String line : lines.next(moment)) {
                    client.send(line.getBytes(StandardCharsets.UTF_8));
                    if (++sent % LINES_TOGETHER == 0) {
                        client.drain();
                    }
                }
                time = time.plusMillis((long) (step / moment.dayLoad()));
            }
            client.drain();
            return sent;
        }
        catch (IOException ex) {
            throw new UncheckedIOException("the relay at " + relay + " does not take logs: " + ex.getMessage(), ex);
        }
    }

}
