package monitoring.relay;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.audit.Ledger;
import monitoring.relay.audit.LedgerFile;
import monitoring.relay.index.BulkWriter;
import monitoring.relay.index.EntryReader;
import monitoring.relay.index.IndexProperties;
import monitoring.relay.index.Indexer;
import monitoring.relay.index.Retention;
import monitoring.relay.index.RetentionProperties;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.relp.RelpProperties;
import monitoring.relay.relp.RelpServer;
import monitoring.relay.repeat.KeptTails;
import monitoring.relay.stream.StreamProperties;
import monitoring.relay.stream.StreamServer;
import monitoring.relay.syslog.SyslogParser;
import monitoring.relay.syslog.SyslogProperties;
import monitoring.relay.tls.ServerTls;
import monitoring.relay.tls.TlsProperties;
import monitoring.storage.elasticsearch.ElasticsearchConfiguration;
import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/** The way of a message: RELP, journal, index. Stopped in this order. */
@Configuration(proxyBeanMethods = false)
@Import({ RelayProperties.class, ElasticsearchConfiguration.class })
class RelayConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Journal journal(JournalProperties properties, Clock clock, MeterRegistry registry) {
        Journal journal = new Journal(properties, clock);
        JournalMetrics.register(journal, registry);
        return journal;
    }

    @Bean
    KeptTails keptTails(Journal journal, RelpProperties properties) {
        KeptTails tails = new KeptTails(properties.repeatWindow(), properties.maxSessions());
        RestoredTails.restore(journal, tails);
        return tails;
    }

    @Bean
    EntryReader entryReader(Journal journal, SyslogProperties properties) {
        return new JournalEntries(journal.id(), new SyslogParser(properties));
    }

    @Bean
    Ledger ledger(Journal journal, JournalProperties properties) {
        return new Ledger(journal, new LedgerFile(properties.directory()));
    }

    @Bean
    Indexer indexer(IndexProperties properties, Journal journal, BulkWriter writer, Ledger ledger,
            MeterRegistry registry) {
        return new Indexer(properties, journal, writer, ledger::settled, registry);
    }

    @Bean
    BulkWriter bulkWriter(IndexProperties properties, EntryReader entries, LogStore store, MeterRegistry registry) {
        return new BulkWriter(properties, entries, store, registry);
    }

    @Bean
    AuditedIntake auditedIntake(Journal journal, Ledger ledger, Clock clock) {
        return new AuditedIntake(journal, ledger, clock);
    }

    @Bean
    AuditEndpoint auditEndpoint(Ledger ledger) {
        return new AuditEndpoint(ledger);
    }

    @Bean
    Retention retention(RetentionProperties properties, LogRetention days, Clock clock) {
        return new Retention(properties, days, clock);
    }

    @Bean
    ServerTls serverTls(TlsProperties properties) {
        return new ServerTls(properties);
    }

    @Bean
    @DependsOn("indexer") // after the indexer, so stopped before it
    RelpServer relpServer(RelpProperties properties, AuditedIntake intake, KeptTails tails, ServerTls tls,
            MeterRegistry registry) {
        return new RelpServer(properties, intake, tails, tls, registry);
    }

    @Bean
    @DependsOn("indexer")
    StreamServer streamServer(StreamProperties properties, AuditedIntake intake, ServerTls tls,
            MeterRegistry registry) {
        return new StreamServer(properties, intake, tls, registry);
    }

}
