package monitoring.relay;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.audit.AuditProperties;
import monitoring.relay.audit.AuditPublisher;
import monitoring.relay.audit.Ledger;
import monitoring.relay.index.BackOff;
import monitoring.relay.index.BulkWriter;
import monitoring.relay.index.EntryReader;
import monitoring.relay.index.Retention;
import monitoring.relay.index.RetentionProperties;
import monitoring.relay.syslog.SyslogParser;
import monitoring.relay.syslog.SyslogProperties;
import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Understands messages and writes them to the log store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "relay.output", havingValue = "elasticsearch", matchIfMissing = true)
@Import(ElasticsearchConfiguration.class)
class ElasticsearchOutputConfiguration {

    /** Stopped by whoever delivers to it. */
    @Bean
    BulkWriter bulkWriter(BackOff backOff, SyslogProperties syslog, BulkWriter.Stores stores, Clock clock,
            MeterRegistry registry) {
        EntryReader entries = new JournalEntries(new SyslogParser(syslog), new EntryCounters(registry));
        return new BulkWriter(backOff, entries, stores, clock, registry);
    }

    @Bean
    BulkWriter.Stores bulkStores(LogStore logs, DeadLetterStore deadLetters) {
        return new BulkWriter.Stores(logs, deadLetters);
    }

    @Bean
    Retention retention(RetentionProperties properties, LogRetention days, DeadLetterStore deadLetters,
            LogAuditStore audit, Clock clock) {
        return new Retention(properties, new Retention.Stores(days, deadLetters, audit), clock);
    }

    /** An indexer has no books: the relays that it reads from have them. */
    @Bean
    @ConditionalOnProperty(name = "relay.input", havingValue = "syslog", matchIfMissing = true)
    AuditPublisher auditPublisher(AuditProperties properties, Ledger ledger, LogAuditStore store) {
        return new AuditPublisher(properties, ledger, store);
    }

    /** Whether the next bulk would be taken. */
    @Bean
    HealthIndicator indexHealthIndicator(LogStore store, BulkWriter writer) {
        return () -> {
            try {
                store.check();
                return Health.up().withDetail("trouble", writer.trouble()).build();
            }
            catch (LogStoreException ex) {
                return Health.down().withDetail("error", ex.getMessage()).build();
            }
        };
    }

}
