package monitoring.batch.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.metric.ContainerPlacement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.TargetUsage.LastSeen;
import monitoring.storage.metric.TimeRange;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Asks InfluxDB for points of the past as if they ended now ({@code bench.end}), so that
 * what took minutes to fill in serves many measurements. The statements differ from those
 * of the program in their bounds of time only. No {@code @Configuration}, else each test
 * would find it.
 */
public class PastPoints {

    @Bean
    static BeanPostProcessor past(Environment environment) {
        Instant end = environment.getRequiredProperty("bench.end", Instant.class);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return (bean instanceof MetricStore store) ? past(store, end) : bean;
            }
        };
    }

    private static MetricStore past(MetricStore store, Instant end) {
        return (MetricStore) Proxy.newProxyInstance(MetricStore.class.getClassLoader(),
                new Class<?>[] { MetricStore.class }, (proxy, method, arguments) -> {
                    Duration shift = Duration.ZERO;
                    for (int i = 0; arguments != null && i < arguments.length; i++) {
                        if (arguments[i] instanceof TimeRange range) {
                            shift = Duration.between(end, range.to());
                            arguments[i] = TimeRange.before(end, range.length());
                        }
                        else if (arguments[i] instanceof MetricWindow window) {
                            arguments[i] = new MetricWindow(window.origin(), window.resource(),
                                    TimeRange.before(end, window.range().length()));
                        }
                    }
                    try {
                        return later(method.invoke(store, arguments), shift);
                    }
                    catch (InvocationTargetException ex) {
                        throw ex.getCause();
                    }
                });
    }

    private static Object later(Object answer, Duration shift) {
        if (shift.isZero() || !(answer instanceof List<?> all)) {
            return answer;
        }
        List<Object> later = new ArrayList<>(all.size());
        for (Object one : all) {
            if (one instanceof LastSeen seen) {
                later.add(new LastSeen(seen.target(), seen.lastSample().plus(shift)));
            }
            else if (one instanceof ContainerPlacement seen) {
                later.add(new ContainerPlacement(seen.target(), seen.containerId(), seen.memoryLimit(),
                        seen.diskLimit(), seen.lastSample().plus(shift)));
            }
            else {
                later.add(one);
            }
        }
        return later;
    }

}
