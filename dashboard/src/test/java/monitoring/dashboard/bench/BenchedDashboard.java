package monitoring.dashboard.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import monitoring.dashboard.DashboardApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The dashboard, for which it is a given time when it starts: so that what was prepared
 * once is always new.
 */
final class BenchedDashboard {

    private BenchedDashboard() {
    }

    /** Takes the time first, then the dashboard's own arguments. */
    public static void main(String[] arguments) {
        Clock system = Clock.systemUTC();
        Clock clock = Clock.offset(system, Duration.between(system.instant(), Instant.parse(arguments[0])));
        new SpringApplicationBuilder(DashboardApplication.class)
            .initializers((context) -> ((GenericApplicationContext) context).registerBean("benchClock", Clock.class,
                    () -> clock, (definition) -> definition.setPrimary(true)))
            .run(arguments);
    }

}
