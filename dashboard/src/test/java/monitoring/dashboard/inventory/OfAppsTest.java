package monitoring.dashboard.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.storage.inventory.App;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OfAppsTest {

    private final List<AppState> apps = new ArrayList<>();

    @Test
    void areInOrderOfTheAppsNamesWithTheUnknownLast() {
        app("a", "web", "org");
        app("b", "api", "org");
        OfApps<String> shown = of(List.of("a", "gone", "b"), "");
        assertThat(shown.shown()).containsExactly("b", "a", "gone");
        assertThat(shown.apps()).containsOnlyKeys("a", "b");
    }

    @Test
    void areFoundByPathAndGuid() {
        app("a", "web", "sales");
        app("b", "api", "shop");
        assertThat(of(List.of("a", "b"), "SALES/").shown()).containsExactly("a");
        assertThat(of(List.of("a", "b", "gone"), "gon").shown()).containsExactly("gone");
        assertThat(of(List.of("a", "b"), "none")).isEqualTo(new OfApps<>(List.of(), Map.of(), 0, 2));
    }

    @Test
    void areAsManyAsAPageShows() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            app("g" + i, "app-" + i, "org");
            many.add("g" + i);
        }
        OfApps<String> shown = of(many, "app-1");
        assertThat(shown.shown()).hasSize(OfApps.MOST);
        assertThat(shown.apps()).hasSize(OfApps.MOST);
        assertThat(shown.fitting()).isEqualTo(111);
        assertThat(shown.total()).isEqualTo(250);
    }

    private void app(String guid, String name, String organization) {
        this.apps.add(new AppState(new App(guid, name, "space", organization, 1), TargetState.RUNNING, 1));
    }

    private OfApps<String> of(List<String> all, String q) {
        return OfApps.of(all, (guid) -> guid, new Foundation(Instant.EPOCH, List.of(), List.of(), this.apps, List.of()),
                q);
    }

}
