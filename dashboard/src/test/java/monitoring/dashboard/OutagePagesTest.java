package monitoring.dashboard;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While the database gives no answer nobody knows what is open: no page says that nothing
 * is, and pages that are open learn of the outage and of its end.
 */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:outage;DB_CLOSE_DELAY=-1",
        "spring.datasource.hikari.maximum-pool-size=2", "spring.datasource.hikari.connection-timeout=250" })
class OutagePagesTest {

    private static final String AWAY = "데이터베이스 연결이 모두 사용 중입니다";

    private static final String BANNER = "<div id=\"away\" hx-swap-oob=\"true\">";

    /**
     * What pages without anything in them say of it. In order, as the first one finds out
     * for statistics, which may be known from a moment before.
     */
    private static final Map<String, List<String>> CALM = new TreeMap<>(
            Map.of("/overview", List.of("진행 중인 장애가 없습니다", "최근 1시간 동안 변화가 없습니다."), "/alarm", List.of("발생 중인 알람이 없습니다"),
                    "/incident", List.of("장애가 없습니다"), "/alarm/statistics", List.of("이 기간에 발생한 알람이 없습니다."),
                    "/notification/silences", List.of("중지된 통보가 없습니다."), "/runs", List.of("실행 기록이 없습니다")));

    private static final List<String> PARTS = List.of("/alarm", "/alarm/badge", "/incident", "/overview", "/inventory",
            "/inventory/apps", "/inventory/bosh", "/runs", "/notification", "/placement", "/placement/moves", "/log",
            "/log/panel", "/log/audit");

    private final Browser admin;

    private final StoreWatch stores;

    private final DataSource connections;

    @Autowired
    OutagePagesTest(WebApplicationContext context) throws Exception {
        this.admin = Browser.ofAdmin(context);
        this.stores = context.getBean(StoreWatch.class);
        this.connections = context.getBean(DataSource.class);
    }

    @BeforeEach
    void awaitAnswers() {
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> this.stores.ask(Store.RELATIONS, () -> true, false));
    }

    @Test
    void sayThatNobodyKnowsInsteadOfThatAllIsWell() throws Exception {
        for (Map.Entry<String, List<String>> page : CALM.entrySet()) {
            // a picture that was taken while it was away is shown a little longer
            Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(page.getKey())).as(page.getKey()).contains(page.getValue()));
        }
        whileAway(() -> {
            for (Map.Entry<String, List<String>> page : CALM.entrySet()) {
                assertThat(page(page.getKey())).as(page.getKey())
                    .contains(AWAY)
                    .doesNotContain(page.getValue().toArray(String[]::new));
            }
        });
    }

    @Test
    void theBadgeSaysThatNobodyCanCount() throws Exception {
        assertThat(part("/alarm/badge")).doesNotContain("class=\"badge");
        whileAway(() -> assertThat(part("/alarm/badge")).contains("<span aria-hidden=\"true\">?</span>",
                "확인되지 않은 알람 수를 알 수 없습니다"));
    }

    @Test
    void partsOfPagesBringTheBannerAndTakeItAway() throws Exception {
        whileAway(() -> {
            for (String path : PARTS) {
                String part = part(path);
                assertThat(part).as(path).doesNotContain("</html>").containsOnlyOnce(BANNER);
                assertThat(part.substring(part.indexOf(BANNER))).as(path).contains(AWAY, "role=\"alert\"");
            }
        });
        awaitAnswers();
        for (String path : PARTS) {
            assertThat(part(path)).as(path).containsOnlyOnce(BANNER).doesNotContain(AWAY);
        }
    }

    @Test
    void aProgramIsNotToldThatNothingHappened() throws Exception {
        whileAway(() -> assertThat(this.admin.get("/api/v1/statistics").getStatus()).isEqualTo(503));
    }

    private void whileAway(Check check) throws Exception {
        try (Connection one = this.connections.getConnection(); Connection other = this.connections.getConnection()) {
            assertThat(one).isNotSameAs(other);
            check.run();
        }
    }

    private String page(String path) throws Exception {
        String page = this.admin.get(path).getContentAsString();
        return page.substring(page.indexOf("<main"));
    }

    private String part(String path) throws Exception {
        return this.admin.send(MockMvcRequestBuilders.get(path).header("HX-Request", "true")).getContentAsString();
    }

    /** What is to hold while the database is away. */
    private interface Check {

        void run() throws Exception;

    }

}
