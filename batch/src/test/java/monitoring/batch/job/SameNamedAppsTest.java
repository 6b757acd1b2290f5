package monitoring.batch.job;

import java.util.List;
import java.util.Map;

import monitoring.batch.BatchProgram;
import monitoring.storage.inventory.App;
import monitoring.storage.metric.MetricTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Tags;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** PaaS-TA kept alarms of containers by the name of their app and their index. */
class SameNamedAppsTest {

    @Test
    void keepsTwoAppsOfOneNameApart() {
        try (BatchProgram program = BatchProgram.atRest()) {
            Night night = new Night(program);
            night.receiver("ops", Origin.CONTAINER, 0);
            night.inventory.replaceApps(List.of(new App("guid-a", "shop", "dev", "acme", 1),
                    new App("guid-b", "shop", "dev", "umbrella", 1)), List.of(), Night.START);
            for (double ofUmbrella : new double[] { 91, 20, 20 }) {
                night.report(container("guid-a"), 91);
                night.report(container("guid-b"), ofUmbrella);
                night.cycle();
            }
            assertThat(night.alarms.open())
                .extracting((alarm) -> alarm.target().id(), (alarm) -> alarm.target().deployment())
                .containsExactly(tuple("guid-a/0", "acme / dev"));
            assertThat(night.told()).containsExactly("ops RAISED shop[0]", "ops RAISED shop[0]",
                    "ops RECOVERED shop[0]");
            assertThat(night.told.get(night.told.size() - 1).items()).singleElement()
                .satisfies((item) -> assertThat(item.alarm().target().deployment()).isEqualTo("umbrella / dev"));
        }
    }

    private static MetricTarget container(String guid) {
        return new MetricTarget(Origin.CONTAINER, Map.of(Tags.APPLICATION_ID, guid, Tags.APPLICATION_NAME, "shop",
                Tags.APPLICATION_INDEX, "0", Tags.CELL_IP, "10.0.0.1"));
    }

}
