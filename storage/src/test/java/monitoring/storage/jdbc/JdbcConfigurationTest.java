package monitoring.storage.jdbc;

import java.nio.file.Path;
import java.util.List;

import monitoring.storage.account.AccountStore;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.scaling.ScalingStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcConfigurationTest {

    private static ConfigurableApplicationContext program(Path folder) {
        return new SpringApplicationBuilder(Program.class).web(WebApplicationType.NONE)
            .properties("spring.main.banner-mode=off",
                    "spring.datasource.url=jdbc:h2:file:" + folder.resolve("monitoring") + ";AUTO_SERVER=TRUE",
                    "spring.datasource.username=sa")
            .run();
    }

    @Test
    void offersEachStoreOnTablesThatAreThere(@TempDir Path folder) {
        try (ConfigurableApplicationContext program = program(folder)) {
            for (Class<?> store : List.of(AccountStore.class, AlarmStore.class, IncidentStore.class, SilenceStore.class,
                    InventoryStore.class, NotificationStore.class, ScalingStore.class)) {
                assertThat(program.getBeanNamesForType(store)).hasSize(1);
            }
            assertThat(program.getBean(PolicyStore.class).alarmPolicies().valid()).hasSize(9);
        }
    }

    @Test
    void keepsEverythingOverARestart(@TempDir Path folder) {
        try (ConfigurableApplicationContext program = program(folder)) {
            program.getBean(AlarmStore.class).save(AlarmStoreContract.raised("a", Resource.CPU));
        }
        try (ConfigurableApplicationContext program = program(folder)) {
            assertThat(program.getBean(AlarmStore.class).open()).hasSize(1);
            assertThat(program.getBean(PolicyStore.class).alarmPolicies().valid()).hasSize(9);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(JdbcConfiguration.class)
    static class Program {

    }

}
