package monitoring.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.localservers.HandClock;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What InfluxDB is asked for a page with all that its scripts load, while nothing is kept
 * of the pages before: at most five statements, however many rows it has.
 */
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1",
        "dashboard.first-password=correct horse", "dashboard.ask-ahead=false" })
@Import(PageStatementsTest.Time.class)
class PageStatementsTest {

    private static final AskedStores stores = AskedStores.start();

    private static final int MOST = 5;

    private final MockMvc mvc;

    private final InventoryStore inventory;

    private final HandClock clock;

    private MockHttpSession session = new MockHttpSession();

    @Autowired
    PageStatementsTest(WebApplicationContext context, InventoryStore inventory, HandClock clock) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        this.inventory = inventory;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        registry.add("monitoring.influx.url", stores::url);
        registry.add("monitoring.elasticsearch.url", stores::url);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @BeforeEach
    void fill() throws Exception {
        Instant now = this.clock.instant();
        this.inventory.replaceVirtualMachines("bosh", List.of(vm(0, now), vm(1, now), vm(2, now)), now);
        this.inventory.replaceApps(List.of(new App("app-1", "one", "space", "org", 2)),
                List.of(instance(0, now), instance(1, now)), now);
        this.session = (MockHttpSession) this.mvc.perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
        // older than anything is kept, also what is refreshed behind
        this.clock.forward(Duration.ofHours(2));
        stores.statements().clear();
    }

    private static VirtualMachine vm(int index, Instant at) {
        return new VirtualMachine("vm-" + index, "bosh", "cf", "diego-cell", index, "z1", "10.0.0." + index, true,
                VmState.RUNNING, at);
    }

    private static AppInstance instance(int index, Instant at) {
        return new AppInstance("app-1", index, "RUNNING", "10.0.0.1", "c" + index, 1L << 28, 1L << 30, at);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/overview", "/inventory", "/inventory?sort=cpu&page=0", "/inventory/bosh",
            "/inventory/apps", "/inventory/vm-1 /metric/vm/vm-1 /log/panel?instance=vm-1",
            "/inventory/app-1 /metric/app/app-1", "/metric/vm/vm-1?range=7d", "/metric/vm/vm-1?range=30d",
            "/metric/app/app-1?range=7d", "/metric/bosh/director", "/placement /placement/map?by=cpu /placement/moves",
            "/placement?q=one", "/placement?at=2026-11-21T02:10", "/alarm", "/alarm/statistics", "/incident",
            "/log?range=1d", "/policy", "/scaling", "/notification", "/runs", "/api/v1/overview", "/api/v1/vms",
            "/api/v1/vms/vm-1", "/api/v1/cells", "/api/v1/apps/app-1", "/api/v1/metrics/vms/vm-1" })
    void areFewForAPageThatIsCold(String page) throws Exception {
        for (String path : page.replace("/inventory/app-1", "/inventory/apps/app-1").split(" ")) {
            assertThat(this.mvc.perform(get(path).session(this.session)).andReturn().getResponse().getStatus()).as(path)
                .isEqualTo(200);
        }
        assertThat(stores.statements().stream().flatMap((asked) -> AskedStores.apart(asked).stream()).toList())
            .hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void areNoneForAPageThatWasJustShown() throws Exception {
        for (String path : List.of("/overview", "/inventory", "/inventory/vm-1", "/placement")) {
            this.mvc.perform(get(path).session(this.session));
            stores.statements().clear();
            this.mvc.perform(get(path).session(this.session));
            assertThat(stores.statements()).as(path).isEmpty();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        HandClock handClock() {
            return new HandClock();
        }

    }

}
