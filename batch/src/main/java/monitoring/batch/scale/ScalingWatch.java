package monitoring.batch.scale;

import monitoring.storage.scaling.ScalingEvent;

/** Keeps what came of asking, and tells of it. */
public interface ScalingWatch {

    /** Keeps an event whose outcome is known. */
    void known(ScalingEvent event);

}
