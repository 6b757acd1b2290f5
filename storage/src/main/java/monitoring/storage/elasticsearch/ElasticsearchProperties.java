package monitoring.storage.elasticsearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is and how log events are kept there.
 *
 * @param url one or more nodes of one cluster
 * @param username as whom; empty for nobody
 * @param password of the user
 * @param ca file with the certificates (PEM) that the server's is checked against; the
 * JVM's own where it is left out
 * @param index alias of all events, beginning of the dated indices' names: lower case
 * letters, digits and hyphens
 * @param shards primary shards of each dated index
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param compatibilityMode true for Elasticsearch 8
 * @param compression whether requests and answers are packed: for a slow network between,
 * at the price of several times the CPU
 */
@ConfigurationProperties("monitoring.elasticsearch")
public record ElasticsearchProperties(@DefaultValue("http://127.0.0.1:9200") List<URI> url,
        @DefaultValue("") String username, @DefaultValue("") String password, @Nullable Path ca,
        @DefaultValue("logs") String index, @DefaultValue("1") int shards, @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout, @DefaultValue("false") boolean compatibilityMode,
        @DefaultValue("false") boolean compression) {

    public ElasticsearchProperties {
        url = List.copyOf(url);
        require(!url.isEmpty(), "url", "none", "http://host:9200");
        for (URI node : url) {
            require(node.getScheme() != null && node.getScheme().matches("https?") && node.getHost() != null, "url",
                    node, "http://host:9200 or https://host:9200");
        }
        require(index.matches("[a-z][a-z0-9-]{0,99}"), "index", index,
                "lower case letters, digits and hyphens, a letter first");
        require(shards >= 1 && shards <= 1024, "shards", shards, "1..1024");
        require(!connectTimeout.isNegative() && !connectTimeout.isZero(), "connect-timeout", connectTimeout, "> 0s");
        require(!readTimeout.isNegative() && !readTimeout.isZero(), "read-timeout", readTimeout, "> 0s");
    }

    /** The defaults, for one node. */
    public static ElasticsearchProperties at(URI url) {
        return new ElasticsearchProperties(List.of(url), "", "", null, "logs", 1, Duration.ofSeconds(3),
                Duration.ofSeconds(30), false, false);
    }

    @Override
    public String toString() {
        // the record's own would print the password
        return this.index + " at " + this.url;
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "monitoring.elasticsearch." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

}
