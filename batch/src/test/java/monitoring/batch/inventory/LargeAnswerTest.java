package monitoring.batch.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Answers of the largest foundation pass, and none that is longer fills the heap. */
class LargeAnswerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private static final String DEPLOYMENTS = "/deployments?exclude_configs=true&exclude_releases=true"
            + "&exclude_stemcells=true";

    private static final String REFUSED = " sent an answer of more than 67108864 bytes (expected: at most so many); is ";

    /** With all the fields that a director gives. */
    private static final String CELL = """
            {"vm_cid":"i-%1$017d","vm_created_at":"2026-11-21T09:00:00Z","active":true,"disk_cid":null,"disk_cids":[],\
            "ips":["10.0.1.17"],"dns":["%1$d.diego-cell.default.cf.bosh"],"agent_id":"%1$036d",\
            "job_name":"diego-cell","index":%1$d,"job_state":"running","state":"started","vm_type":"small-highmem",\
            "vitals":{"cpu":{"sys":"0.9","user":"2.1","wait":"0.1"},"disk":{"ephemeral":{"inode_percent":"4",\
            "percent":"31"},"system":{"inode_percent":"34","percent":"56"}},"load":["0.21","0.24","0.20"],\
            "mem":{"kb":"12345678","percent":"37"},"swap":{"kb":"0","percent":"0"},"uptime":{"secs":8640000}},\
            "processes":[%2$s],"az":"z1","id":"%1$036d","bootstrap":false,"ignore":false}""";

    private static final String PROCESS = """
            {"name":"loggregator_agent_%d","state":"running","uptime":{"secs":86400},\
            "mem":{"kb":123456,"percent":0.7},"cpu":{"total":0.3}}""";

    /** With the links and the metadata of a cloud controller. */
    private static final String WEB = """
            {"guid":"%1$036d","type":"web","command":"[PRIVATE DATA HIDDEN IN LISTS]","instances":1,"memory_in_mb":256,\
            "disk_in_mb":512,"metadata":{"annotations":{"note":"%2$s"},"labels":{}},\
            "relationships":{"app":{"data":{"guid":"%1$036d"}},"revision":null},"links":{"scale":\
            {"href":"https://api.example.com/v3/processes/%1$036d/actions/scale","method":"POST"}}}""";

    private final ScriptedApi api = new ScriptedApi();

    private final RecordedInventory inventory = new RecordedInventory();

    @AfterEach
    void stop() {
        this.api.close();
    }

    @Test
    void readsTenThousandCellsWithTwentyProcessesEach() {
        String processes = joined(20, ",", PROCESS::formatted);
        String lines = joined(10_000, "\n", (index) -> CELL.formatted(index, processes));
        assertThat(lines.length()).isBetween(30_000_000, 40_000_000);
        director(200, "[{\"name\":\"cf\"}]").on("/deployments/cf/vms?format=full", 302, "/tasks/7")
            .on("/tasks/7", "{\"state\":\"done\"}")
            .on("/tasks/7/output?type=result", lines);
        refreshDirector();
        assertThat(this.inventory.machines.get("micro-bosh")).hasSize(10_000);
    }

    @Test
    void readsAPageOfFiveThousandProcesses() {
        String none = "{\"resources\":[]}";
        String note = "x".repeat(1_500);
        String page = "{\"resources\":[" + joined(5_000, ",", (index) -> WEB.formatted(index, note)) + "]}";
        assertThat(page.length()).isBetween(8_000_000, 12_000_000);
        signedIn().on("/v3/organizations?per_page=5000", none)
            .on("/v3/spaces?per_page=5000", none)
            .on("/v3/apps?per_page=5000", page)
            .on("/v3/processes?types=web&per_page=5000", page);
        assertThat(controller().processes()).hasSize(5_000);
    }

    @Test
    void hangsUpOnADirectorWhoseAnswerIsLongerThanAnyFoundation() {
        director(200, blanks());
        assertThatExceptionOfType(InventoryException.class).isThrownBy(this::refreshDirector)
            .withMessage(this.api.url() + DEPLOYMENTS + REFUSED + "batch.bosh.url right?");
        assertThat(this.inventory.reports).isZero();
    }

    @Test
    void hangsUpOnACloudControllerToo() {
        signedIn().on("/v3/organizations?per_page=5000", blanks());
        assertThatExceptionOfType(InventoryException.class).isThrownBy(() -> controller().processes())
            .withMessage(this.api.url() + "/v3/organizations?per_page=5000" + REFUSED + "batch.cf.api-url right?");
    }

    @Test
    void quotesOnlyTheBeginningOfWhatItDidNotExpect() {
        director(500, "no end ".repeat(100_000));
        assertThatExceptionOfType(InventoryException.class).isThrownBy(this::refreshDirector)
            .satisfies((ex) -> assertThat(ex.getMessage()).contains("answered 500: no end").hasSizeLessThan(500));
        director(200, "{\"no\":\"" + "end ".repeat(100_000) + "\"}");
        assertThatExceptionOfType(InventoryException.class).isThrownBy(this::refreshDirector)
            .satisfies((ex) -> assertThat(ex.getMessage()).contains("expected: a list").hasSizeLessThan(500));
    }

    private ScriptedApi director(int status, String deployments) {
        return this.api.on("/info", "{\"name\":\"micro-bosh\",\"user_authentication\":{\"type\":\"basic\"}}")
            .anew(DEPLOYMENTS)
            .on(DEPLOYMENTS, status, deployments);
    }

    private ScriptedApi signedIn() {
        return this.api.on("/", "{\"links\":{\"login\":{\"href\":\"%s\"}}}")
            .on("/oauth/token", "{\"access_token\":\"first\",\"expires_in\":600}");
    }

    private void refreshDirector() {
        BoshProperties properties = new BoshProperties(this.api.url(), "admin", "pass", false, "", false, Set.of(),
                List.of("diego-cell"), TIMEOUT, List.of());
        BoshDirector.of(properties, this.inventory.store, CLOCK).get(0).refresh();
    }

    private CloudController controller() {
        return new CloudController(
                new CfProperties(this.api.url(), null, "admin", "s3cret", "cf", "", "", false, TIMEOUT), this.api.url(),
                CLOCK);
    }

    private static String blanks() {
        return " ".repeat(64 * 1024 * 1024 + 1);
    }

    private static String joined(int count, String between, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }

}
