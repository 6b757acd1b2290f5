package monitoring.storage.influxdb;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class InfluxPropertiesTest {

    @Test
    void hasTheSameDefaultsWithAndWithoutSpring() {
        assertThat(bind(Map.of())).usingRecursiveComparison()
            .isEqualTo(InfluxProperties.at(URI.create("http://127.0.0.1:8086")));
        assertThat(bind(Map.of()).retention()).isEqualTo(Duration.ofDays(30));
        assertThat(bind(Map.of()).measurements().vmProcess()).isEqualTo("cf_process_metrics");
    }

    @Test
    void takesEveryKey() {
        Map<String, String> keys = new HashMap<>(Map.of("url", "https://influx:8086", "username", "me", "password",
                "secret", "retention", "7d", "certificate-authority", "ca.pem", "gzip", "false", "batch-size", "7"));
        keys.putAll(Map.of("timeouts.connect", "1s", "timeouts.read", "2s", "timeouts.write", "4s"));
        keys.putAll(Map.of("databases.bosh", "a", "databases.vm", "b", "databases.container", "c"));
        keys.putAll(Map.of("measurements.bosh", "d", "measurements.bosh-process", "e", "measurements.vm", "f",
                "measurements.vm-process", "g", "measurements.container", "h"));

        assertThat(bind(keys)).usingRecursiveComparison()
            .isEqualTo(
                    new InfluxProperties(URI.create("https://influx:8086"), "me", "secret", Duration.ofDays(7),
                            "ca.pem", false, 7,
                            new InfluxProperties.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2),
                                    Duration.ofSeconds(4)),
                            new InfluxProperties.Databases("a", "b", "c"),
                            new InfluxProperties.Measurements("d", "e", "f", "g", "h")));
    }

    @ParameterizedTest
    @CsvSource({ "url, ftp://influx, monitoring.influx.url: ftp://influx (expected: http(s)://host:port)",
            "url, http://me:secret@influx, monitoring.influx.url: with user",
            "retention, 5m, 'monitoring.influx.retention: PT5M (expected: >= 1h, or 0 for ever)'",
            "batch-size, 0, monitoring.influx.batch-size: 0 (expected: 1..100000)",
            "timeouts.read, 0s, monitoring.influx.timeouts.read: PT0S (expected: > 0s)",
            "databases.vm, a b, 'monitoring.influx.databases.vm: a b (expected: letters'",
            "measurements.vm, '', 'monitoring.influx.measurements.vm:  (expected: letters'",
            "username, me, monitoring.influx.username and password: only one of them is set" })
    void refusesWithTheNameOfTheKey(String key, String value, String message) {
        assertThatException().isThrownBy(() -> bind(Map.of(key, value)))
            .havingRootCause()
            .withMessageContaining(message);
    }

    @Test
    void neverTellsThePassword() {
        assertThat(bind(Map.of("username", "me", "password", "secret")))
            .hasToString("InfluxDB at http://127.0.0.1:8086");
    }

    @Test
    void theStoreNeedsNoSpring() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPathWithoutSpring(),
                ClassLoader.getPlatformClassLoader())) {
            Class<?> propertiesType = loader.loadClass(InfluxProperties.class.getName());
            Object properties = propertiesType.getMethod("at", URI.class)
                .invoke(null, URI.create("http://127.0.0.1:1"));
            Class<?> configuration = loader.loadClass(InfluxConfiguration.class.getName());
            Object store = configuration.getMethod("metricStore", propertiesType)
                .invoke(configuration.getConstructor().newInstance(), properties);

            assertThat(store).hasToString("InfluxDB at http://127.0.0.1:1");
            assertThat(loader.getResource("org/springframework/context/annotation/Bean.class")).isNull();
            ((AutoCloseable) store).close();
        }
    }

    private static URL[] classPathWithoutSpring() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.contains("spring")) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }

    private static InfluxProperties bind(Map<String, String> keys) {
        Map<String, String> prefixed = new HashMap<>();
        keys.forEach((key, value) -> prefixed.put("monitoring.influx." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate("monitoring.influx",
                Bindable.of(InfluxProperties.class));
    }

}
