package monitoring.dashboard;

import java.sql.Connection;
import java.time.Duration;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The database is up, but all connections that we may have to it are in use. */
@RunningDashboard
@TestPropertySource(properties = { "spring.datasource.url=jdbc:h2:mem:busy;DB_CLOSE_DELAY=-1",
        "spring.datasource.hikari.maximum-pool-size=2", "spring.datasource.hikari.connection-timeout=250" })
class ConnectionsInUseTest {

    private static final String IN_USE = "데이터베이스 연결이 모두 사용 중입니다";

    private final Browser admin;

    private final DataSource connections;

    @Autowired
    ConnectionsInUseTest(WebApplicationContext context) throws Exception {
        this.admin = Browser.ofAdmin(context);
        this.connections = context.getBean(DataSource.class);
    }

    @Test
    void saysSoInsteadOfThatTheDatabaseIsAway() throws Exception {
        try (Connection one = this.connections.getConnection(); Connection other = this.connections.getConnection()) {
            assertThat(one).isNotSameAs(other);
            assertThat(this.admin.get("/alarm").getContentAsString())
                .contains(IN_USE, "spring.datasource.hikari.maximum-pool-size: all 2 connections to jdbc:h2:mem:busy")
                .doesNotContain("데이터베이스가 응답하지 않습니다");
            MockHttpServletResponse saved = this.admin.post("/policy/1", "warning", "70", "critical", "80", "measure",
                    "300", "repeat", "5", "recovery", "3", "raiseAfter", "2", "resolveAfter", "2");
            assertThat(saved.getStatus()).isEqualTo(503);
        }
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> assertThat(this.admin.get("/alarm").getContentAsString()).doesNotContain(IN_USE));
    }

}
