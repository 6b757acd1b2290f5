package monitoring.dashboard.overview;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.dashboard.inventory.Foundations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages, by server-sent events, that there is a new picture. It is taken once,
 * however many look; while nobody looks, not at all. An event bears no more than a
 * number: what is shown is asked for by each page as its viewer may see it.
 */
@Component
class LiveStream implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(LiveStream.class);

    /** Proxies close what is silent for longer. */
    private static final int BEATS_OF_SILENCE = 4;

    /** A browser that lost the stream comes back after so many milliseconds. */
    private static final long RETRY = 3000;

    private final Pictures pictures;

    private final Duration pace;

    private final Set<SseEmitter> viewers = ConcurrentHashMap.newKeySet();

    private final AtomicLong number = new AtomicLong();

    private int silence;

    private @Nullable Picture last;

    private @Nullable ScheduledExecutorService beat;

    LiveStream(Pictures pictures, Foundations foundations, MeterRegistry meters) {
        this.pictures = pictures;
        this.pace = foundations.age().compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : foundations.age();
        meters.gaugeCollectionSize("dashboard.live.viewers", List.of(), this.viewers);
    }

    SseEmitter open() {
        SseEmitter viewer = new SseEmitter(0L);
        viewer.onCompletion(() -> this.viewers.remove(viewer));
        viewer.onError((problem) -> this.viewers.remove(viewer));
        viewer.onTimeout(viewer::complete);
        send(viewer, SseEmitter.event().reconnectTime(RETRY).comment("open"));
        this.viewers.add(viewer);
        return viewer;
    }

    private void beat() {
        try {
            if (this.viewers.isEmpty()) {
                return;
            }
            Picture now = this.pictures.now();
            if (!now.equals(this.last)) {
                this.last = now;
                this.silence = 0;
                long event = this.number.incrementAndGet();
                this.viewers
                    .forEach((viewer) -> send(viewer, SseEmitter.event().name("picture").data(String.valueOf(event))));
            }
            else if (++this.silence % BEATS_OF_SILENCE == 0) {
                this.viewers.forEach((viewer) -> send(viewer, SseEmitter.event().comment("quiet")));
            }
        }
        catch (RuntimeException ex) {
            logger.warn("Open pages were not told of the picture; they are in {}", this.pace, ex);
        }
    }

    private void send(SseEmitter viewer, SseEmitter.SseEventBuilder event) {
        try {
            viewer.send(event);
        }
        catch (IOException | IllegalStateException ex) {
            this.viewers.remove(viewer); // the page was closed
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((work) -> {
            Thread thread = new Thread(work, "live");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::beat, this.pace.toMillis(), this.pace.toMillis(), TimeUnit.MILLISECONDS);
        this.beat = started;
    }

    /** Before the server stops, which else waits for the streams to end. */
    @Override
    public void stop() {
        ScheduledExecutorService started = this.beat;
        this.beat = null;
        if (started != null) {
            started.shutdownNow();
        }
        this.viewers.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return this.beat != null;
    }

}
