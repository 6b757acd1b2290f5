package monitoring.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Narrowing the list of alarms to a zone and to a service, by the fields of its form. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:places;DB_CLOSE_DELAY=-1")
class AlarmPlacesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private static final String OF_ROUTER = "service=cf%20/%20router";

    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    private final WebApplicationContext context;

    private final AlarmStore alarms;

    private final Browser admin;

    @Autowired
    AlarmPlacesTest(WebApplicationContext context) throws Exception {
        this.context = context;
        this.alarms = context.getBean(AlarmStore.class);
        this.admin = Browser.ofAdmin(context);
    }

    @BeforeEach
    void fill() throws Exception {
        this.admin.post("/account/language", "language", "en");
        InventoryStore inventory = this.context.getBean(InventoryStore.class);
        inventory.replaceVirtualMachines("bosh",
                List.of(vm("diego-cell", 0, "z1"), vm("router", 0, "z1"), vm("router", 1, "z2")), AT);
        inventory.replaceApps(
                List.of(new App("app-1", "ledger", "prod", "finance", 1), new App("app-2", "shop", "prod", "sales", 1)),
                List.of(new AppInstance("app-1", 0, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, AT)), AT);
        this.alarms.open().forEach((one) -> this.alarms.save(one.withState(AlarmState.RESOLVED)));
        raise("router/0", "z1");
        raise("router/1", "z2");
        raise("diego-cell/0", "z1");
    }

    private static VirtualMachine vm(String job, int index, String zone) {
        return new VirtualMachine(job + index, "bosh", "cf", job, index, zone, "10.0.1." + index, false,
                VmState.RUNNING, AT);
    }

    private void raise(String name, String zone) {
        AlarmTarget target = new AlarmTarget(Origin.VM, name, name, "10.0.1.3", "cf", zone, "");
        this.alarms.save(new Alarm("", target, Resource.CPU, Severity.CRITICAL, AlarmState.RAISED,
                new Alarm.Reading(91, 90, AT), new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), null));
    }

    @Test
    void offerTheZonesThatThereAreAndTheOneThatIsChosen() throws Exception {
        String field = between(this.admin.page("/alarm"), "<select name=\"zone\"", "</select>");
        assertThat(field).startsWith("<select name=\"zone\" aria-label=\"Zone\">").contains(">Any zone<");
        assertThat(options(field)).containsExactly("z1", "z2");
        String gone = this.admin.page("/alarm?zone=z9");
        assertThat(options(between(gone, "<select name=\"zone\"", "</select>"))).containsExactly("z1", "z2", "z9");
        assertThat(gone).contains("<option value=\"z9\" selected=\"selected\">", "No alarm fits")
            .doesNotContain("within its limits");
        this.admin.post("/account/language", "language", "ko");
        assertThat(this.admin.page("/alarm")).contains("<select name=\"zone\" aria-label=\"존\">");
    }

    @Test
    void narrowToAZoneAndAService() throws Exception {
        assertThat(this.admin.page("/alarm?zone=z1")).contains(">router/0<", ">diego-cell/0<")
            .doesNotContain(">router/1<");
        assertThat(this.admin.page("/alarm?" + OF_ROUTER)).contains(">router/0<", ">router/1<", "value=\"cf / router\"")
            .doesNotContain(">diego-cell/0<");
        assertThat(this.admin.page("/alarm?zone=z2&" + OF_ROUTER)).contains(">router/1<").doesNotContain(">router/0<");
    }

    @Test
    void keepBothThroughSortingFilesAndSavedFilters() throws Exception {
        String query = "zone=z1&" + OF_ROUTER;
        String page = this.admin.page("/alarm?" + query);
        String kept = query.replace("&", "&amp;");
        assertThat(page).contains("href=\"/alarm?" + kept + "&amp;sort=severity\"",
                "href=\"/alarm/export?" + kept + "\"", "name=\"query\" value=\"" + kept + "\"",
                "hx-get=\"/alarm?" + kept + "\"");
        this.admin.post("/account/filters", "name", "our routers", "query", query);
        assertThat(this.admin.page("/alarm")).contains("href=\"/alarm?" + kept + "\">our routers<");
        assertThat(this.admin.page("/alarm/export?" + query)).contains("router/0")
            .doesNotContain("router/1", "diego-cell");
    }

    @Test
    void showWhatNarrowsTheListSoThatEachCanBeTakenAway() throws Exception {
        String query = "zone=z1&" + OF_ROUTER + "&state=all";
        assertThat(this.admin.page("/alarm")).doesNotContain("class=\"chosen\"");
        for (String page : List.of(this.admin.page("/alarm?" + query), this.admin.refreshed("/alarm?" + query))) {
            String chosen = between(page, "<p class=\"chosen\">", "</p>");
            assertThat(chosen).contains(">Zone: z1<", ">Service: cf / router<",
                    "href=\"/alarm?" + OF_ROUTER + "&amp;state=all\" aria-label=\"Any zone\"",
                    "href=\"/alarm?zone=z1&amp;state=all\" aria-label=\"Any service\"");
            assertThat(page.indexOf("class=\"chosen\"")).isGreaterThan(page.indexOf("id=\"rows\""));
        }
    }

    @Test
    void nameTheServicesThatFitWhatIsTyped() throws Exception {
        assertThat(options(this.admin.refreshed("/alarm/services"))).containsExactly("cf / diego-cell", "cf / router",
                "finance / prod / ledger", "sales / prod / shop");
        assertThat(options(this.admin.refreshed("/alarm/services?service=ROUT"))).containsExactly("cf / router");
        assertThat(options(this.admin.refreshed("/alarm/services?service=nothing"))).isEmpty();
        String near = this.admin.page("/alarm?service=rout");
        assertThat(near).contains("Did you mean one of these services?", "href=\"/alarm?service=cf%20%2F%20router\"");
        assertThat(this.admin.page("/alarm?" + OF_ROUTER + "&severity=WARNING")).doesNotContain("Did you mean");
    }

    @Test
    void nameOnlyWhatSomebodyMaySee() throws Exception {
        this.context.getBean(AccountStore.class)
            .save(new Account("lee", "{noop}unused", Role.VIEWER, Set.of("finance"), Locale.ENGLISH, ZoneOffset.UTC,
                    true));
        Browser lee = Browser.of("lee", this.context);
        assertThat(options(lee.get("/alarm/services").getContentAsString())).containsExactly("finance / prod / ledger");
        assertThat(lee.get("/alarm").getContentAsString()).doesNotContain("<select name=\"zone\"", ">z1<");
        assertThat(lee.get("/alarm?service=r").getContentAsString()).contains("finance / prod / ledger")
            .doesNotContain(">cf / router<", "sales");
    }

    private static List<String> options(String html) {
        return OPTION.matcher(html).results().map((one) -> one.group(1)).toList();
    }

    private static String between(String page, String begin, String end) {
        Matcher part = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL).matcher(page);
        assertThat(part.find()).as(begin).isTrue();
        return part.group();
    }

}
