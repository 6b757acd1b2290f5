package monitoring.dashboard.web;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.localservers.HandClock;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoreWatchTest {

    private final HandClock clock = new HandClock();

    private final StoreWatch stores = new StoreWatch(this.clock);

    @Test
    void tellsAPoolThatIsExhaustedFromADatabaseThatIsAway() {
        assertThat(ask(new CannotCreateTransactionException("Could not open JDBC Connection for transaction",
                new SQLTransientConnectionException("all 8 connections are in use"))))
            .isEqualTo("otherwise");
        assertThat(this.stores.away()).singleElement().satisfies((outage) -> {
            assertThat(outage.key()).isEqualTo("web.busy.RELATIONS");
            assertThat(outage.message()).isEqualTo("all 8 connections are in use");
        });
        assertThatExceptionOfType(StoreAwayException.class)
            .isThrownBy(() -> this.stores.require(Store.RELATIONS, () -> "answer"))
            .withMessageStartingWith("store: RELATIONS has no connection to spare");

        this.clock.forward(Duration.ofSeconds(4));
        ask(new CannotGetJdbcConnectionException("Failed to obtain JDBC Connection",
                new SQLNonTransientConnectionException("jdbc:h2:tcp://10.0.0.1 gave no connection",
                        new SQLTransientConnectionException("monitoring - Connection is not available"))));
        assertThat(this.stores.away()).singleElement().satisfies((outage) -> {
            assertThat(outage.key()).isEqualTo("web.away.RELATIONS");
            assertThat(outage.message()).isEqualTo("jdbc:h2:tcp://10.0.0.1 gave no connection");
            assertThat(outage.since()).isEqualTo(this.clock.instant().minusSeconds(4));
        });
    }

    private String ask(RuntimeException failure) {
        return this.stores.ask(Store.RELATIONS, () -> {
            throw failure;
        }, "otherwise");
    }

}
