package monitoring.storage.metric;

import java.time.Instant;
import java.util.Map;

import monitoring.storage.metric.TargetUsage.LastSeen;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LastSamplesTest {

    private static final Instant T0 = Instant.parse("2026-11-21T02:10:00Z");

    private final LastSamples samples = new LastSamples();

    @Test
    void keepsTheNewestTimeOfEachInstance() {
        this.samples.put("shop", "0", T0.plusSeconds(30));
        this.samples.put("shop", "0", T0);
        this.samples.put("shop", "12", T0);
        this.samples.put("shop", "12", T0.plusSeconds(60));
        this.samples.put("bank", "3", T0);
        assertThat(this.samples.of("shop", 0)).isEqualTo(T0.plusSeconds(30));
        assertThat(this.samples.of("shop", 12)).isEqualTo(T0.plusSeconds(60));
        assertThat(this.samples.of("bank", 3)).isEqualTo(T0);
        assertThat(this.samples.of("shop", 1)).isNull();
        assertThat(this.samples.of("shop", 400)).isNull();
        assertThat(this.samples.of("shop", -1)).isNull();
        assertThat(this.samples.of("mill", 0)).isNull();
        assertThat(this.samples.size()).isEqualTo(3);
        assertThat(this.samples.named()).isEmpty();
    }

    @Test
    void takesNoRowForAnIndexThatIsNone() {
        this.samples.put("shop", "", T0);
        this.samples.put("shop", "007", T0);
        this.samples.put("shop", "2000000000", T0);
        this.samples.put("shop", "one", T0);
        this.samples.put("shop", "１", T0);
        assertThat(this.samples.of("shop", 7)).isNull();
        assertThat(this.samples.of("shop", 1)).isNull();
        assertThat(this.samples.of("shop", 2_000_000_000)).isEqualTo(T0);
        assertThat(this.samples.size()).isEqualTo(5);
        assertThat(this.samples.isAnyAfter(T0.minusSeconds(1))).isTrue();
        assertThat(this.samples.isAnyAfter(T0)).isFalse();
    }

    @Test
    void keepsWhatNamesAVirtualMachine() {
        LastSeen older = seen(Origin.VM, Map.of(Tags.ID, "a", Tags.IP, "10.0.0.1"), T0);
        LastSeen newer = seen(Origin.VM, Map.of(Tags.ID, "a", Tags.IP, "10.0.0.2"), T0.plusSeconds(1));
        this.samples.put(newer);
        this.samples.put(older);
        this.samples.put(seen(Origin.CONTAINER, Map.of(Tags.APPLICATION_ID, "shop", Tags.APPLICATION_INDEX, "1"), T0));
        assertThat(this.samples.of("a")).isEqualTo(T0.plusSeconds(1));
        assertThat(this.samples.of("b")).isNull();
        assertThat(this.samples.named()).containsExactly(newer);
        assertThat(this.samples.of("shop", 1)).isEqualTo(T0);
        assertThat(this.samples.isAnyAfter(T0)).isTrue();
    }

    private static LastSeen seen(Origin origin, Map<String, String> tags, Instant at) {
        return new LastSeen(new MetricTarget(origin, tags), at);
    }

}
