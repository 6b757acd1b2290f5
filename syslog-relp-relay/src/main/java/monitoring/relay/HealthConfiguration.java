package monitoring.relay;

import monitoring.relay.index.Indexer;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalStatus;
import monitoring.relay.relp.RelpServer;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the next message would be taken, and whether the next bulk would. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator relpHealthIndicator(RelpServer server) {
        return () -> (server.isListening() ? Health.up() : Health.down()).withDetail("ports", server.ports()).build();
    }

    @Bean
    HealthIndicator journalHealthIndicator(Journal journal) {
        return () -> {
            JournalStatus status = journal.status();
            boolean taking = status.state() == JournalStatus.State.TAKING;
            return (taking ? Health.up() : Health.down()).withDetail("state", status.state())
                .withDetail("reason", status.reason())
                .withDetail("size", status.size())
                .build();
        };
    }

    @Bean
    HealthIndicator indexHealthIndicator(LogStore store, Indexer indexer) {
        return () -> {
            try {
                store.check();
                return Health.up()
                    .withDetail("waiting", indexer.waiting())
                    .withDetail("trouble", indexer.trouble())
                    .build();
            }
            catch (LogStoreException ex) {
                return Health.down()
                    .withDetail("error", ex.getMessage())
                    .withDetail("waiting", indexer.waiting())
                    .build();
            }
        };
    }

}
