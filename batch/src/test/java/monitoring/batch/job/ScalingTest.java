package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.autoscale.AutoScaleClient;
import monitoring.autoscale.ScaleRequest;
import monitoring.autoscale.ScaleResult;
import monitoring.batch.BatchProgram;
import monitoring.batch.scale.ScaleProperties;
import monitoring.batch.scale.Scaling;
import monitoring.batch.scale.ScalingAges;
import monitoring.localservers.HandClock;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What scaling does not go by: counts and decisions of long ago. */
class ScalingTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final HandClock clock = new HandClock(NOON);

    private final FakeMetrics metrics = new FakeMetrics();

    private final List<ScaleRequest> asked = new ArrayList<>();

    private BatchProgram batch;

    private ScalingStore store;

    private Scaling scaling;

    @BeforeEach
    void start() {
        this.batch = BatchProgram.atRest();
        this.store = this.batch.bean(ScalingStore.class);
        AutoScaleClient server = (request) -> {
            this.asked.add(request);
            // it accepts and does not answer until the client gives up
            this.clock.forward(Duration.ofSeconds(45));
            return new ScaleResult(ScaleResult.Outcome.UNKNOWN, null, null, 0, "did not answer");
        };
        this.scaling = scaling(server);
        List<App> apps = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            apps.add(new App(name, name, "dev", "acme", 2));
            this.store.save(new ScalingPolicy(name, new ScalingPolicy.Instances(1, 5, 1),
                    new ScalingPolicy.Band(20, 80), new ScalingPolicy.Band(20, 80), Duration.ofSeconds(120),
                    new ScalingPolicy.Switches(true, true, true, false)), "test");
        }
        this.batch.bean(InventoryStore.class).replaceApps(apps, List.of(), NOON);
        load();
    }

    private Scaling scaling(AutoScaleClient server) {
        return scaling(server, Duration.ofMinutes(10));
    }

    private Scaling scaling(AutoScaleClient server, Duration inventoryMaxAge) {
        return new Scaling(this.metrics, this.batch.bean(InventoryStore.class), this.store, server,
                this.batch.bean(ToldScaling.class), this.batch.bean(ScaleProperties.class),
                new ScalingAges(inventoryMaxAge, Duration.ofSeconds(60)), this.clock);
    }

    @AfterEach
    void stop() {
        this.batch.close();
    }

    private void load() {
        for (String name : List.of("a", "b", "c")) {
            this.metrics.report(Night.container(name, 0, "10.0.0.1"), Resource.CPU, 95,
                    this.clock.instant().minusSeconds(5));
        }
    }

    @Test
    void decidesNothingFromCountsOfLongAgo() {
        this.clock.forward(Duration.ofMinutes(10));
        load();
        assertThat(this.scaling.decisions()).extracting(ScalingDecision::to).containsExactly(3, 3, 3);
        this.clock.forward(Duration.ofSeconds(1));
        assertThatIllegalStateException().isThrownBy(this.scaling::decisions)
            .withMessageContaining("was last told at 2026-11-21T12:00:00Z")
            .withMessageContaining("batch.evaluate.inventory-max-age of PT10M");
    }

    @Test
    void waitsForTheFirstCountsAfterAStartBeforeItCallsThemMissing() {
        this.clock.forward(Duration.ofHours(1));
        Scaling started = scaling((request) -> {
            throw new AssertionError("asked to scale " + request.appGuid());
        });
        load();
        assertThat(started.decisions()).isEmpty();
        this.clock.forward(Duration.ofMinutes(10));
        assertThatIllegalStateException().isThrownBy(started::decisions);
    }

    @Test
    void asksForNothingThatWasDecidedLongAgo() {
        this.scaling.decisions().forEach(this.scaling::ask);
        assertThat(this.asked).extracting(ScaleRequest::appGuid).containsExactly("a", "b");
        assertThat(this.store.events("c", new PageRequest(0, 10)).items()).singleElement().satisfies((event) -> {
            assertThat(event.outcome()).isEqualTo(ScalingEvent.Outcome.FAILED);
            assertThat(event.detail()).isEqualTo("not asked: decided at 2026-11-21T12:00:00Z, longer ago than PT1M");
        });
        load();
        assertThat(this.scaling.decisions()).as("decided anew")
            .extracting(ScalingDecision::appGuid)
            .containsExactly("c");
    }

    @Test
    void asksForNothingThatIsDecidedFromCountsOfBeforeItsOwnScaling() {
        Scaling scaling = scaling((request) -> {
            this.asked.add(request);
            return new ScaleResult(ScaleResult.Outcome.SCALED, request.targetInstances(), null, 202, "accepted");
        });
        scaling.decisions().forEach(scaling::ask);
        assertThat(this.asked).extracting(ScaleRequest::targetInstances).containsExactly(3, 3, 3);

        for (int minute = 4; minute <= 5; minute++) {
            this.clock.set(NOON.plus(Duration.ofMinutes(minute)));
            load();
            scaling.decisions().forEach(scaling::ask);
            assertThat(this.asked).as("asked after the cool-down, without an inventory").hasSize(3);
            assertThat(this.store.latest("a")).hasValueSatisfying((event) -> {
                assertThat(event.outcome()).isEqualTo(ScalingEvent.Outcome.FAILED);
                assertThat(event.detail()).isEqualTo(
                        "not asked: how many instances there are was last told at 2026-11-21T12:00:00Z, not since "
                                + "the app was scaled at 2026-11-21T12:00:00Z (does the inventory job fail?)");
            });
        }

        assertThat(this.store.events("a", new PageRequest(0, 10)).items()).as("one that goes on")
            .hasSize(2)
            .first()
            .satisfies((event) -> {
                assertThat(event.decision().at()).isEqualTo(NOON.plus(Duration.ofMinutes(4)));
                assertThat(event.at()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
            });

        this.batch.bean(InventoryStore.class)
            .replaceApps(List.of(new App("a", "a", "dev", "acme", 3)), List.of(), this.clock.instant());
        scaling.decisions().forEach(scaling::ask);
        assertThat(this.asked).filteredOn((request) -> request.appGuid().equals("a"))
            .extracting(ScaleRequest::targetInstances)
            .containsExactly(3, 4);
    }

    @Test
    void keepsWhatStandsInTheWayForHoursAsOneEventAnHourAndTellsOfEach() {
        Scaling scaling = scaling((request) -> {
            this.asked.add(request);
            return new ScaleResult(ScaleResult.Outcome.SCALED, request.targetInstances(), null, 202, "accepted");
        }, Duration.ofHours(5));
        scaling.decisions().forEach(scaling::ask);
        for (int minute = 5; minute <= 125; minute += 5) {
            this.clock.set(NOON.plus(Duration.ofMinutes(minute)));
            load();
            scaling.decisions().forEach(scaling::ask);
        }
        assertThat(this.asked).hasSize(3);
        List<ScalingEvent> events = this.store.events("a", new PageRequest(0, 100)).items();
        assertThat(events).extracting((event) -> event.outcome() + " " + event.decision().at() + " " + event.at())
            .containsExactly("FAILED 2026-11-21T14:05:00Z 2026-11-21T14:05:00Z",
                    "FAILED 2026-11-21T13:05:00Z 2026-11-21T14:00:00Z",
                    "FAILED 2026-11-21T12:05:00Z 2026-11-21T13:00:00Z",
                    "SCALED 2026-11-21T12:00:00Z 2026-11-21T12:00:00Z");
        assertThat(this.batch.bean(NotificationStore.class).list(new PageRequest(0, 100)).items())
            .extracting(Notification::step)
            .containsAll(events.stream().map((event) -> event.decision().id()).toList())
            .doesNotHaveDuplicates()
            .hasSize(3 * events.size());
    }

}
