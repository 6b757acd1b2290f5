package monitoring.foundation.history;

import java.util.ArrayList;
import java.util.List;

import monitoring.foundation.history.RelationalHistory.Stores;
import monitoring.foundation.logs.LogHistory;
import monitoring.foundation.logs.RelpProperties;
import monitoring.foundation.state.StateFile;
import monitoring.foundation.story.Foundation;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.jdbc.JdbcConfiguration;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.scaling.ScalingStore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the past of a demo beside what happens now. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("foundation.history.enabled")
@Import(JdbcConfiguration.class)
public class HistoryConfiguration {

    @Bean
    RelationalHistory relationalHistory(Foundation foundation, Stores stores, PlatformTransactionManager transactions) {
        return new RelationalHistory(foundation, stores, new TransactionTemplate(transactions));
    }

    @Bean
    Stores stores(AlarmStore alarms, IncidentStore incidents, NotificationStore notifications, ScalingStore scaling,
            PolicyStore policies) {
        return new Stores(alarms, incidents, notifications, scaling, policies);
    }

    @Bean
    MetricBackfill metricBackfill(Foundation foundation, InfluxProperties influx, MetricStore store, StateFile state,
            HistoryProperties properties) {
        return new MetricBackfill(foundation, influx, store, state, properties);
    }

    @Bean
    LogBackfill logBackfill(Foundation foundation, RelpProperties relay, StateFile state,
            HistoryProperties properties) {
        return new LogBackfill(foundation.story(), new LogHistory(foundation, relay), state, properties);
    }

    @Bean
    HistoryWriter historyWriter(RelationalHistory relations, MetricBackfill metrics, LogBackfill logs,
            RelpProperties relay, HistoryProperties properties) {
        List<HistoryWriter.Task> tasks = new ArrayList<>();
        tasks.add(new HistoryWriter.Task("in SQL", () -> relations.write(properties.days())));
        tasks.add(new HistoryWriter.Task("of metrics", metrics::write));
        if (relay.enabled()) {
            tasks.add(new HistoryWriter.Task("of logs", logs::write));
        }
        return new HistoryWriter(tasks);
    }

}
