package monitoring.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExplainedConnectionsTest {

    @Test
    void saysThatAllAreInUseAndByWhichKeyThereAreMore() throws SQLException {
        String address = "jdbc:h2:mem:" + UUID.randomUUID();
        try (HikariDataSource pool = pool(address + ";DB_CLOSE_DELAY=0", 2)) {
            ExplainedConnections connections = new ExplainedConnections(pool);
            try (Connection one = connections.getConnection(); Connection other = connections.getConnection()) {
                assertThat(one).isNotSameAs(other);
                assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(connections::getConnection)
                    .withMessageStartingWith("spring.datasource.hikari.maximum-pool-size: all 2 connections to "
                            + address + " are in use, and none was given back within 0.3 s")
                    .withMessageContaining("(expected: ")
                    .withMessageNotContaining("DB_CLOSE");
            }
            try (Connection again = connections.getConnection()) {
                assertThat(again.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void saysThatTheServerIsAwayAndWhere() {
        try (HikariDataSource pool = pool("jdbc:h2:tcp://127.0.0.1:1/./monitoring;IFEXISTS=TRUE", 2)) {
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(4000);
            assertThatExceptionOfType(SQLNonTransientConnectionException.class)
                .isThrownBy(new ExplainedConnections(pool)::getConnection)
                .withMessageStartingWith("jdbc:h2:tcp://127.0.0.1:1/./monitoring gave no connection within 4.0 s: ")
                .withMessageContaining("Connection refused")
                .withMessageEndingWith("is it up, and spring.datasource.url right?");
        }
    }

    private static HikariDataSource pool(String url, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("sa");
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(250);
        return pool;
    }

}
