package monitoring.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a viewer sees who is bound to an organization: its apps, and nothing of others or
 * of the platform.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:bound;DB_CLOSE_DELAY=-1")
class BoundViewerTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private static final AskedStores asked = AskedStores.start();

    private final Browser lee;

    private final InventoryStore inventory;

    private final AlarmStore alarms;

    private final AccountStore accounts;

    private String own = "";

    private String foreign = "";

    private String platform = "";

    @Autowired
    BoundViewerTest(WebApplicationContext context) {
        this.lee = Browser.of("lee", context);
        this.inventory = context.getBean(InventoryStore.class);
        this.alarms = context.getBean(AlarmStore.class);
        this.accounts = context.getBean(AccountStore.class);
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        registry.add("monitoring.influx.url", asked::url);
        registry.add("monitoring.elasticsearch.url", asked::url);
    }

    @AfterAll
    static void stop() {
        asked.close();
    }

    @BeforeEach
    void fill() {
        this.accounts.save(new Account("lee", "{noop}unused", Role.VIEWER, Set.of("finance", "audit"), Locale.ENGLISH,
                ZoneOffset.UTC, true));
        this.inventory.replaceApps(
                List.of(new App("app-own", "ledger", "prod", "finance", 1),
                        new App("app-foreign", "ticket-sales", "prod", "commerce", 1)),
                List.of(new AppInstance("app-own", 0, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, AT),
                        new AppInstance("app-foreign", 0, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, AT)),
                AT);
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        this.own = raise(new AlarmTarget(Origin.CONTAINER, "app-own/0", "ledger[0]", "10.0.1.3", "finance / prod", "",
                "app-own"));
        this.foreign = raise(new AlarmTarget(Origin.CONTAINER, "app-foreign/0", "ticket-sales[0]", "10.0.1.3",
                "commerce / prod", "", "app-foreign"));
        this.platform = raise(new AlarmTarget(Origin.VM, "vm-1", "diego-cell/3", "10.0.1.3", "paasta", "z1", ""));
    }

    private String raise(AlarmTarget target) {
        return this.alarms
            .save(new Alarm("", target, Resource.CPU, Severity.CRITICAL, AlarmState.RAISED,
                    new Alarm.Reading(93, 90, AT), new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), null))
            .id();
    }

    @Test
    void seesTheOwnAppsAndAlarmsOnly() throws Exception {
        for (String path : List.of("/inventory/apps", "/alarm", "/alarm/export", "/api/v1/apps", "/api/v1/alarms",
                "/api/v1/alarms/export", "/api/v1/alarms/export?format=ndjson&state=all")) {
            assertThat(this.lee.get(path).getContentAsString()).as(path)
                .contains("ledger")
                .doesNotContain("ticket-sales", "diego-cell");
        }
        assertThat(this.lee.get("/api/v1/alarms").getContentAsString()).contains("\"total\":1");
    }

    @Test
    void findsNothingOfOthersByItsAddress() throws Exception {
        for (String path : List.of("/alarm/" + this.own, "/inventory/apps/app-own", "/metric/app/app-own",
                "/api/v1/alarms/" + this.own, "/api/v1/alarms/" + this.own + "/actions", "/api/v1/apps/app-own",
                "/api/v1/metrics/apps/app-own/0")) {
            assertThat(this.lee.get(path).getStatus()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/alarm/" + this.foreign, "/alarm/" + this.platform, "/inventory/apps/app-foreign",
                "/metric/app/app-foreign", "/metric/app/app-foreign/0", "/api/v1/alarms/" + this.foreign,
                "/api/v1/alarms/" + this.platform, "/api/v1/alarms/" + this.foreign + "/actions",
                "/api/v1/alarms/" + this.platform + "/actions/1", "/api/v1/apps/app-foreign",
                "/api/v1/metrics/apps/app-foreign")) {
            assertThat(this.lee.get(path).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void searchesTheOwnLogLinesOnly() throws Exception {
        int before = asked.searches().size();
        for (String path : List.of("/log?q=timeout&organization=commerce", "/log/panel?app=app-foreign", "/log/export",
                "/api/v1/logs?q=organization:commerce", "/api/v1/logs/histogram")) {
            assertThat(this.lee.get(path).getStatus()).as(path).isEqualTo(200);
        }
        List<String> searches = asked.searches().subList(before, asked.searches().size());
        assertThat(searches).hasSizeGreaterThanOrEqualTo(4)
            .allSatisfy((search) -> assertThat(search).contains("\"app.organization\":{\"value\":\"audit\"",
                    "\"app.organization\":{\"value\":\"finance\"", "\"minimum_should_match\":\"1\""));
    }

    @Test
    void startsAtTheApps() throws Exception {
        assertThat(this.lee.get("/").getRedirectedUrl()).isEqualTo("/inventory/apps");
        assertThat(this.lee.get("/inventory/apps").getContentAsString()).doesNotContain("href=\"/overview\"",
                "href=\"/placement", "href=\"/policy\"");
    }

}
