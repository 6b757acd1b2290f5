package monitoring.foundation.director;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the director says was done. */
class EventsTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

    private final Events events = new Events(List.of("cf", "mysql"));

    @Test
    void tellsTheUpdatesOfAnHourNewestFirst() {
        List<Map<String, Object>> told = this.events
            .of(new Events.Filter(MIDNIGHT, MIDNIGHT.plusSeconds(2 * 3600), ""));
        assertThat(told).extracting((event) -> event.get("object_name") + " at " + event.get("timestamp"))
            .containsExactly("mysql at " + MIDNIGHT.plusSeconds(75 * 60 + 360).getEpochSecond(),
                    "mysql at " + MIDNIGHT.plusSeconds(75 * 60).getEpochSecond(),
                    "cf at " + MIDNIGHT.plusSeconds(3600 + 360).getEpochSecond(),
                    "cf at " + MIDNIGHT.plusSeconds(3600).getEpochSecond());
        assertThat(told.get(0)).containsEntry("parent_id", told.get(1).get("id"))
            .containsEntry("object_type", "deployment")
            .containsEntry("action", "update");
        assertThat(told.get(1)).doesNotContainKey("parent_id");
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        Instant later = MIDNIGHT.plusSeconds(66 * 60);
        assertThat(this.events.of(new Events.Filter(later, later.plusSeconds(3600), "cf"))).isEmpty();
        assertThat(this.events.of(new Events.Filter(Instant.EPOCH, later, ""))).hasSizeLessThanOrEqualTo(200)
            .hasSizeGreaterThan(100)
            .extracting((event) -> event.get("id"))
            .doesNotHaveDuplicates();
    }

}
