package monitoring.localservers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InfluxServerIT {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void takesPointsAndGivesThemBack() throws Exception {
        assertThat(post(influx.url() + "/query?q=CREATE%20DATABASE%20own", "").statusCode()).isEqualTo(200);
        assertThat(post(influx.url() + "/write?db=own", "load,host=a value=0.5 1000000000").statusCode())
            .isEqualTo(204);

        assertThat(get(influx.url() + "/query?db=own&q=SELECT%20*%20FROM%20load").body())
            .contains("[\"1970-01-01T00:00:01Z\",\"a\",0.5]");
    }

    @Test
    void findsItsDataAgain(@TempDir Path folder) throws Exception {
        try (InfluxServer first = InfluxServer.start(folder, 0)) {
            post(first.url() + "/query?q=CREATE%20DATABASE%20kept", "");
        }
        try (InfluxServer second = InfluxServer.start(folder, 0)) {
            assertThat(get(second.url() + "/query?q=SHOW%20DATABASES").body()).contains("kept");
        }
    }

    @Test
    void refusesAPortThatSomebodyHas(@TempDir Path folder) {
        int taken = influx.server().port();

        assertThatExceptionOfType(ServerStartException.class)
            .isThrownBy(() -> InfluxServer.start(folder, taken).close())
            .withMessage("InfluxDB: 127.0.0.1:" + taken + " is in use (expected: free)");
    }

    @Test
    void leavesNoProcessBehind(@TempDir Path folder) {
        InfluxServer server = InfluxServer.start(folder, 0);
        long pid = server.child().pid();

        server.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(FreePort.isFree(server.port())).isTrue();
    }

    private HttpResponse<String> post(String url, String body) throws Exception {
        return this.http.send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return this.http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

}
