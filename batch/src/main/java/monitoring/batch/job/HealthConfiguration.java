package monitoring.batch.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import monitoring.batch.notify.MailNotifier;
import monitoring.storage.metric.MetricStore;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says for each server and for the jobs whether the next call would succeed. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator influxHealthIndicator(MetricStore metrics, Clock clock) {
        return new Checked(metrics::check, clock);
    }

    @Bean
    HealthIndicator mailServerHealthIndicator(MailNotifier mails, Clock clock) {
        return new Checked(mails::check, clock);
    }

    @Bean
    HealthIndicator jobsHealthIndicator(JobHistory history) {
        return () -> {
            Health.Builder health = history.failures().isEmpty() ? Health.up() : Health.down();
            history.failures().forEach(health::withDetail);
            return health.build();
        };
    }

    /** Asks a server at most once within a few seconds, however often health is asked. */
    private static final class Checked implements HealthIndicator {

        private static final Duration FRESH = Duration.ofSeconds(5);

        private final Runnable check;

        private final Clock clock;

        private Instant at = Instant.EPOCH;

        private @Nullable Health last;

        private Checked(Runnable check, Clock clock) {
            this.check = check;
            this.clock = clock;
        }

        @Override
        public synchronized Health health() {
            Instant now = this.clock.instant();
            Health known = this.last;
            if (known != null && now.isBefore(this.at.plus(FRESH)) && !now.isBefore(this.at)) {
                return known;
            }
            Health fresh = ask();
            this.last = fresh;
            this.at = now;
            return fresh;
        }

        private Health ask() {
            try {
                this.check.run();
                return Health.up().build();
            }
            catch (RuntimeException ex) {
                return Health.down().withDetail("error", String.valueOf(ex.getMessage())).build();
            }
        }

    }

}
