package monitoring.localservers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticsearchServerIT {

    @RegisterExtension
    static final ElasticsearchExtension elasticsearch = new ElasticsearchExtension();

    @Test
    void keepsDocumentsAndFindsThem() throws Exception {
        put(elasticsearch.url() + "/own/_doc/1?refresh=true", "{\"message\":\"disk is full\"}");

        assertThat(get(elasticsearch.url() + "/own/_search?q=message:disk")).contains("\"_id\":\"1\"");
        assertThat(get(elasticsearch.url() + "/")).contains("\"number\" : \"7.17.29\"");
    }

    @Test
    void findsItsDataAgainAndLeavesNoProcessBehind(@TempDir Path home) throws Exception {
        try (ElasticsearchServer first = ElasticsearchServer.start(home, 0)) {
            put(first.url() + "/kept/_doc/1", "{\"message\":\"still here\"}");
        }
        ElasticsearchServer second = ElasticsearchServer.start(home, 0);
        try (second) {
            assertThat(get(second.url() + "/kept/_doc/1")).contains("still here");
        }
        assertThat(second.child().isAlive()).isFalse();
        assertThat(FreePort.isFree(second.port())).isTrue();
    }

    private static void put(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
        assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
            .body();
    }

}
