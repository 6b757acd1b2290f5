package monitoring.foundation.story;

import monitoring.foundation.layout.FoundationApp;

/** How many instances each app has now. */
public interface InstanceCounts {

    int of(FoundationApp app);

}
