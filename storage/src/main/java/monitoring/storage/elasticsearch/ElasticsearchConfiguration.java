package monitoring.storage.elasticsearch;

import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogRetention;
import monitoring.storage.log.LogStore;

import org.elasticsearch.client.RestHighLevelClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps log events in Elasticsearch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ElasticsearchProperties.class, OldLogsProperties.class })
public class ElasticsearchConfiguration {

    /** One client for all; it opens no connection before the first call. */
    @Bean(destroyMethod = "close")
    public RestHighLevelClient elasticsearchClient(ElasticsearchProperties properties) {
        return Clients.of(properties);
    }

    /** The store of log events. */
    @Bean
    public LogStore logStore(RestHighLevelClient client, ElasticsearchProperties properties, OldLogsProperties old) {
        return new ElasticsearchLogStore(new Calls(client, properties), properties, old);
    }

    /** A store that reads no old logs. */
    public LogStore logStore(RestHighLevelClient client, ElasticsearchProperties properties) {
        return logStore(client, properties, OldLogsProperties.NONE);
    }

    /** What past days take. */
    @Bean
    public LogRetention logRetention(RestHighLevelClient client, ElasticsearchProperties properties) {
        return new DatedIndices(new Calls(client, properties), properties.index());
    }

    /** What the log store refused. */
    @Bean
    public DeadLetterStore deadLetterStore(RestHighLevelClient client, ElasticsearchProperties properties,
            LogStore logs) {
        return new ElasticsearchDeadLetterStore(new Calls(client, properties), properties, logs);
    }

    /** The books of the relays. */
    @Bean
    public LogAuditStore logAuditStore(RestHighLevelClient client, ElasticsearchProperties properties) {
        return new ElasticsearchLogAuditStore(new Calls(client, properties), properties);
    }

}
