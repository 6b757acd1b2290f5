package monitoring.relay;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.audit.AuditProperties;
import monitoring.relay.audit.Ledger;
import monitoring.relay.audit.LedgerFile;
import monitoring.relay.audit.LedgerMetrics;
import monitoring.relay.index.IndexProperties;
import monitoring.relay.index.Indexer;
import monitoring.relay.index.Output;
import monitoring.relay.journal.Journal;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.journal.JournalStatus;
import monitoring.relay.relp.RelpProperties;
import monitoring.relay.relp.RelpServer;
import monitoring.relay.repeat.KeptTails;
import monitoring.relay.stream.StreamProperties;
import monitoring.relay.stream.StreamServer;
import monitoring.relay.tls.ServerTls;
import monitoring.relay.tls.TlsProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Receivers, journal and indexer of a relay that listens. Stopped in this order. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "relay.input", havingValue = "syslog", matchIfMissing = true)
class SyslogInputConfiguration {

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
    Ledger ledger(Journal journal, JournalProperties properties) {
        return new Ledger(journal, new LedgerFile(properties.directory()), properties.acknowledge());
    }

    @Bean
    LedgerMetrics ledgerMetrics(AuditProperties properties, Ledger ledger, MeterRegistry registry) {
        return new LedgerMetrics(properties, ledger, registry);
    }

    @Bean
    AuditEndpoint auditEndpoint(Ledger ledger) {
        return new AuditEndpoint(ledger);
    }

    @Bean
    Indexer indexer(IndexProperties properties, Journal journal, Output output, Ledger ledger, MeterRegistry registry) {
        return new Indexer(properties, journal, output, ledger, registry);
    }

    @Bean
    AuditedIntake auditedIntake(Journal journal, Ledger ledger, Clock clock) {
        return new AuditedIntake(journal, ledger, clock);
    }

    @Bean
    ServerTls serverTls(TlsProperties properties) {
        return new ServerTls(properties);
    }

    /** After the indexer, so stopped before it. */
    @Bean
    @DependsOn("indexer")
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

    /** Whether the next message would be taken. */
    @Bean
    HealthIndicator relpHealthIndicator(RelpServer server) {
        return () -> (server.isListening() ? Health.up() : Health.down()).withDetail("ports", server.ports()).build();
    }

    @Bean
    HealthIndicator journalHealthIndicator(Journal journal, Indexer indexer) {
        return () -> {
            JournalStatus status = journal.status();
            boolean taking = status.state() == JournalStatus.State.TAKING;
            return (taking ? Health.up() : Health.down()).withDetail("state", status.state())
                .withDetail("reason", status.reason())
                .withDetail("size", status.size())
                .withDetail("waiting", indexer.waiting())
                .build();
        };
    }

}
