package monitoring.relay;

import monitoring.relay.audit.AuditProperties;
import monitoring.relay.index.IndexProperties;
import monitoring.relay.index.RetentionProperties;
import monitoring.relay.journal.JournalProperties;
import monitoring.relay.kafka.KafkaProperties;
import monitoring.relay.relp.RelpProperties;
import monitoring.relay.stream.StreamProperties;
import monitoring.relay.syslog.SyslogProperties;
import monitoring.relay.tls.TlsProperties;
import monitoring.storage.elasticsearch.ElasticsearchProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** All keys of the relay, a record for each prefix. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ RelpProperties.class, JournalProperties.class, SyslogProperties.class,
        IndexProperties.class, TlsProperties.class, StreamProperties.class, RetentionProperties.class,
        ElasticsearchProperties.class, AuditProperties.class, KafkaProperties.class, RouteProperties.class })
class RelayProperties {

}
