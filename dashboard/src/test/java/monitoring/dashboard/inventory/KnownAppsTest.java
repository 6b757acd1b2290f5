package monitoring.dashboard.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.dashboard.inventory.KnownApps.Apps;
import monitoring.localservers.HandClock;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class KnownAppsTest {

    private static final App SHOP = new App("shop", "shop", "space", "org", 2);

    private final InventoryStore inventory = mock(InventoryStore.class);

    private final HandClock clock = new HandClock();

    private final KnownApps known = new KnownApps(this.inventory, this.clock);

    @BeforeEach
    void keep() {
        given(this.inventory.appsVersion()).willReturn(7L);
        given(this.inventory.apps()).willReturn(List.of(SHOP));
        given(this.inventory.appInstances()).willReturn(List.of(instance("shop"), instance("gone")));
    }

    @Test
    void areReadOnceWhileTheyAreTheSame() {
        Apps first = this.known.read();
        this.clock.forward(Duration.ofMinutes(4));
        assertThat(this.known.read()).isSameAs(first);
        verify(this.inventory, times(1)).appInstances();
    }

    @Test
    void areReadAgainWhenTheyAreOthersOrAfterAWhile() {
        Apps first = this.known.read();
        given(this.inventory.appsVersion()).willReturn(8L);
        Apps second = this.known.read();
        assertThat(second).isNotSameAs(first);
        this.clock.forward(Duration.ofMinutes(5));
        assertThat(this.known.read()).isNotSameAs(second);
        verify(this.inventory, times(3)).appInstances();
    }

    @Test
    void nameAnAppOfWhichOnlyInstancesAreKnown() {
        Apps apps = this.known.read();
        assertThat(apps.byGuid()).containsOnlyKeys("shop", "gone");
        assertThat(apps.app(apps.instances().get(0))).isSameAs(SHOP);
        assertThat(apps.app(apps.instances().get(1)).name()).isEqualTo("gone");
    }

    private static AppInstance instance(String guid) {
        return new AppInstance(guid, 0, "RUNNING", "10.0.1.3", "", 1, 1, Instant.EPOCH);
    }

}
