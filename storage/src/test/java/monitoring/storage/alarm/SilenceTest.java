package monitoring.storage.alarm;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static monitoring.storage.alarm.AlarmTest.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SilenceTest {

    @Test
    void matchesWhatEachOfItsPartsMatches() {
        assertThat(matches(null, null, "", "", "")).isTrue();
        assertThat(matches(Origin.VM, Resource.CPU, "cf", "z1", "guid")).isTrue();
        assertThat(matches(Origin.CONTAINER, null, "", "", "")).isFalse();
        assertThat(matches(null, Resource.DISK, "", "", "")).isFalse();
        assertThat(matches(null, null, "bosh", "", "")).isFalse();
        assertThat(matches(null, null, "", "z2", "")).isFalse();
        assertThat(matches(null, null, "", "", "other")).isFalse();
    }

    @Test
    void matchesAllInstancesOfAnApp() {
        AlarmTarget second = new AlarmTarget(Origin.CONTAINER, "app-guid/1", "web/1", "10.0.1.3", "org / space", "z1",
                "app-guid");
        Alarm alarm = new Alarm("7", second, Resource.CPU, AlarmTest.alarm().severity(), AlarmTest.alarm().state(),
                AlarmTest.alarm().reading(), AlarmTest.alarm().progress(), null);
        assertThat(new Silence.Matcher(null, null, "", "", "app-guid").matches(alarm)).isTrue();
        assertThat(new Silence.Matcher(null, null, "", "", "app-guid/1").matches(alarm)).isTrue();
        assertThat(new Silence.Matcher(null, null, "", "", "app-guid/2").matches(alarm)).isFalse();
    }

    private static boolean matches(@Nullable Origin origin, @Nullable Resource resource, String deployment, String zone,
            String target) {
        return new Silence.Matcher(origin, resource, deployment, zone, target).matches(AlarmTest.alarm());
    }

    @Test
    void refusesToEndBeforeItBegins() {
        Silence.Matcher all = new Silence.Matcher(null, null, "", "", "");
        assertThatIllegalArgumentException().isThrownBy(() -> new Silence("", all, START, START, "", "", "admin"))
            .withMessageContaining("(expected: begin before end)");
    }

}
