package monitoring.foundation.story;

import java.time.Clock;

import monitoring.foundation.layout.Layout;

/**
 * The foundation as it is played.
 *
 * @param layout what it is made of
 * @param story what happens
 * @param instances how many instances each app has now
 * @param clock what time it is
 */
public record Foundation(Layout layout, Story story, InstanceCounts instances, Clock clock) {

    /** What holds now. */
    public Moment now() {
        return this.story.at(this.clock.instant());
    }

}
