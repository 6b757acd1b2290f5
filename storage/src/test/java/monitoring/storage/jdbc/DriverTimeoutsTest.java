package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DriverTimeoutsTest {

    private static final SqlProperties PROPERTIES = new SqlProperties(Duration.ofSeconds(5), Duration.ofMinutes(5));

    @Test
    void speaksSecondsToPostgresAndMillisecondsToMariaDb() {
        assertThat(applied("jdbc:postgresql://db:5432/monitoring", Map.of()))
            .isEqualTo(Map.of("connectTimeout", "5", "socketTimeout", "300", "tcpKeepAlive", "true"));
        assertThat(applied("jdbc:mariadb://db:3306/PaastaMonitoring", Map.of()))
            .isEqualTo(Map.of("connectTimeout", "5000", "socketTimeout", "300000", "tcpKeepAlive", "true"));
    }

    @Test
    void leavesH2AsItIs() {
        assertThat(applied("jdbc:h2:mem:a;DB_CLOSE_DELAY=-1", Map.of())).isEmpty();
    }

    @Test
    void leavesWhatTheAddressSays() {
        assertThat(
                applied("jdbc:mariadb://a,b/PaastaMonitoring?useSSL=false&SocketTimeout=0&connecttimeout=9", Map.of()))
            .isEqualTo(Map.of("tcpKeepAlive", "true"));
        assertThat(applied("jdbc:postgresql://db/monitoring?ssl=true&tcpKeepAlive=false", Map.of()))
            .isEqualTo(Map.of("connectTimeout", "5", "socketTimeout", "300"));
    }

    @Test
    void leavesWhatThePoolSays() {
        assertThat(applied("jdbc:postgresql://db/monitoring", Map.of("socketTimeout", "7")))
            .isEqualTo(Map.of("connectTimeout", "5", "socketTimeout", "7", "tcpKeepAlive", "true"));
    }

    private static Properties applied(String url, Map<String, String> own) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            own.forEach(pool::addDataSourceProperty);
            new DriverTimeouts(PROPERTIES).apply(pool);
            return pool.getDataSourceProperties();
        }
    }

}
