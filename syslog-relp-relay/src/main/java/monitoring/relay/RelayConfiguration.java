package monitoring.relay;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import monitoring.relay.index.EntryReader;
import monitoring.relay.index.IndexProperties;
import monitoring.relay.index.Indexer;
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
    Indexer indexer(IndexProperties properties, Journal journal, EntryReader entries, LogStore store,
            MeterRegistry registry) {
        return new Indexer(properties, journal, entries, store, registry);
    }

    @Bean
    ServerTls serverTls(TlsProperties properties) {
        return new ServerTls(properties);
    }

    @Bean
    @DependsOn("indexer") // after the indexer, so stopped before it
    RelpServer relpServer(RelpProperties properties, Journal journal, KeptTails tails, ServerTls tls,
            MeterRegistry registry) {
        return new RelpServer(properties, journal, tails, tls, registry);
    }

    @Bean
    @DependsOn("indexer")
    StreamServer streamServer(StreamProperties properties, Journal journal, ServerTls tls, MeterRegistry registry) {
        return new StreamServer(properties, journal, tls, registry);
    }

}
