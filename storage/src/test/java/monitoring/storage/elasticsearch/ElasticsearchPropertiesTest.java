package monitoring.storage.elasticsearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ElasticsearchPropertiesTest {

    @Test
    void hasADefaultForEachKey() {
        ElasticsearchProperties defaults = bind(Map.of());
        assertThat(defaults.url()).containsExactly(URI.create("http://127.0.0.1:9200"));
        assertThat(defaults.index()).isEqualTo("logs");
        assertThat(defaults.shards()).isEqualTo(1);
        assertThat(defaults.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(defaults.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.ca()).isNull();
        assertThat(defaults.compatibilityMode()).isFalse();
    }

    @Test
    void takesEachKey() {
        ElasticsearchProperties bound = bind(Map.of("url", "https://a:1,https://b:2", "username", "me", "password",
                "hidden", "index", "paasta", "shards", "3", "read-timeout", "5s", "compatibility-mode", "true"));
        assertThat(bound.url()).isEqualTo(List.of(URI.create("https://a:1"), URI.create("https://b:2")));
        assertThat(bound.shards()).isEqualTo(3);
        assertThat(bound.compatibilityMode()).isTrue();
        assertThat(bound.toString()).contains("paasta", "https://a:1").doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({ "url, elasticsearch:9200, http://host:9200", "index, Logs, lower case", "shards, 0, 1..1024",
            "connect-timeout, 0s, > 0s", "read-timeout, -1s, > 0s" })
    void namesTheKeyOfAWrongValue(String key, String value, String expected) {
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of(key, value)))
            .havingRootCause()
            .withMessageStartingWith("monitoring.elasticsearch." + key + ": ")
            .withMessageContaining(expected);
    }

    private static ElasticsearchProperties bind(Map<String, String> values) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        values.forEach((key, value) -> source.put("monitoring.elasticsearch." + key, value));
        return new Binder(source).bindOrCreate("monitoring.elasticsearch", ElasticsearchProperties.class);
    }

}
