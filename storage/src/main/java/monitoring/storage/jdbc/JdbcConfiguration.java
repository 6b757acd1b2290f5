package monitoring.storage.jdbc;

import java.time.Clock;
import java.time.ZoneId;

import javax.sql.DataSource;

import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiTokenStore;
import monitoring.storage.account.SavedFilterStore;
import monitoring.storage.alarm.AlarmHistory;
import monitoring.storage.alarm.AlarmStatistics;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AppAlarms;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.SentReports;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.run.RunStore;
import monitoring.storage.scaling.ScalingStore;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers the stores that are kept in SQL, at {@code spring.datasource.url}, and the
 * migrations that make or adopt their tables.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SqlProperties.class)
public class JdbcConfiguration {

    @Bean
    Migrations migrations(DataSource source) {
        return new Migrations(Dialect.of(source));
    }

    /** Before the pool says in its own words that it has no driver for an address. */
    @Bean
    static BeanFactoryPostProcessor checkedAddress(Environment environment) {
        return (beans) -> Binder.get(environment).bind("spring.datasource", SqlAddress.class);
    }

    /** Early and without the stores, as it is asked for each bean. */
    @Bean
    static BeanPostProcessor explainedConnections(ObjectProvider<SqlProperties> properties) {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    new DriverTimeouts(properties.getObject()).apply(pool);
                }
                return bean;
            }

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return (bean instanceof HikariDataSource pool) ? new ExplainedConnections(pool) : bean;
            }

        };
    }

    /** Spring Boot migrates before it makes the template, and so before any store. */
    @Bean
    Database database(JdbcTemplate template, DataSource source, PlatformTransactionManager transactions,
            ObjectProvider<Clock> clock) {
        return new Database(template, Dialect.of(source), new TransactionTemplate(transactions),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    InventoryStore inventoryStore(Database database) {
        return new JdbcInventoryStore(database);
    }

    @Bean
    PolicyStore policyStore(Database database) {
        return new JdbcPolicyStore(database);
    }

    @Bean
    AlarmStore alarmStore(Database database) {
        return new JdbcAlarmStore(database);
    }

    @Bean
    AlarmStatistics alarmStatistics(Database database) {
        return new JdbcAlarmStatistics(database);
    }

    @Bean
    AlarmHistory alarmHistory(Database database) {
        return new JdbcAlarmHistory(database);
    }

    @Bean
    AppAlarms appAlarms(Database database) {
        return new JdbcAppAlarms(database);
    }

    @Bean
    IncidentStore incidentStore(Database database) {
        return new JdbcIncidentStore(database);
    }

    @Bean
    SilenceStore silenceStore(Database database) {
        return new JdbcSilenceStore(database);
    }

    @Bean
    NotificationStore notificationStore(Database database) {
        return new JdbcNotificationStore(database);
    }

    @Bean
    AcknowledgeLinks acknowledgeLinks(Database database) {
        return new JdbcAcknowledgeLinks(database);
    }

    @Bean
    SentReports sentReports(Database database) {
        return new JdbcSentReports(database);
    }

    @Bean
    ScalingStore scalingStore(Database database) {
        return new JdbcScalingStore(database);
    }

    @Bean
    ApiTokenStore apiTokenStore(Database database) {
        return new JdbcApiTokenStore(database);
    }

    @Bean
    AccountStore accountStore(Database database) {
        return new JdbcAccountStore(database);
    }

    @Bean
    IncidentMemory incidentMemory(Database database) {
        return new JdbcIncidentMemory(database);
    }

    @Bean
    SavedFilterStore savedFilterStore(Database database) {
        return new JdbcSavedFilterStore(database);
    }

    @Bean
    RunStore runStore(Database database) {
        return new JdbcRunStore(database, ZoneId.systemDefault());
    }

}
