package monitoring.storage.influxdb;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import monitoring.localservers.InfluxExtension;
import monitoring.localservers.InfluxServer;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreException;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.SampleFixtures;
import monitoring.storage.metric.Tags;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InfluxFaultsIT {

    private static final MetricWindow WINDOW = new MetricWindow(Origin.VM, Resource.ROOT_DISK, SampleFixtures.WINDOW);

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void createsDatabasesAsPaasTasBootstrapper() throws Exception {
        MetricStore store = storeIn("fresh");

        store.prepare();
        store.prepare();

        assertThat(query("SHOW RETENTION POLICIES ON \"fresh_vm\""))
            .contains("\"default\",\"720h0m0s\",\"24h0m0s\",1,true");
        store.check();
    }

    @Test
    void leavesADatabaseAsItIs() throws Exception {
        query("CREATE DATABASE \"kept_vm\" WITH DURATION 7d NAME \"seven\"");

        storeIn("kept").prepare();

        assertThat(query("SHOW RETENTION POLICIES ON \"kept_vm\"")).contains("\"seven\",\"168h0m0s\"")
            .doesNotContain("720h");
    }

    @Test
    void namesTheDatabaseThatIsMissing() {
        MetricStore store = storeIn("missing");

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store.write(List.of(sample(1))))
            .withMessageContaining(influx.url() + "/write?db=missing_vm answered 404")
            .withMessageContaining("database not found")
            .satisfies((ex) -> assertThat(ex.isRetryable()).isFalse());
        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store.usage(WINDOW))
            .withMessageContaining("database not found: missing_vm");
        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(store::check)
            .withMessageContaining("[missing_bosh, missing_vm, missing_container] do not exist");
    }

    @Test
    void tellsOfAPartThatWasNotKeptAndKeepsTheRest() {
        MetricStore store = storeIn("partial");
        store.prepare();
        Sample old = Sample.of(Measurement.VM, tags("old"), 1, Instant.now().minus(Duration.ofDays(40)));

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store.write(List.of(old, sample(7))))
            .withMessageContaining("kept only a part")
            .withMessageContaining("points beyond retention policy dropped=1")
            .satisfies((ex) -> assertThat(ex.isRetryable()).isFalse());
        assertThat(store.usage(WINDOW)).singleElement().satisfies((usage) -> assertThat(usage.value()).isEqualTo(7));
    }

    @Test
    void writesFloatsWhereSomebodyElseWroteFloats() throws Exception {
        MetricStore store = storeIn("types");
        store.prepare();
        post(influx.url() + "/write?db=types_vm", "cf_metrics,id=b value=1.5");

        store.write(List.of(new Sample(Measurement.VM, tags("a"), Map.of(Tags.VALUE, 7L), SampleFixtures.BEGIN)));

        assertThat(store.usage(WINDOW)).hasSize(1);
    }

    @Test
    void tellsOfATypeThatConflicts() throws Exception {
        MetricStore store = storeIn("conflict");
        store.prepare();
        // of the same time, as types are those of a shard, which is a part of the time
        post(influx.url() + "/write?db=conflict_vm&precision=ms",
                "cf_metrics,id=b value=1i " + SampleFixtures.BEGIN.toEpochMilli());

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store.write(List.of(sample(7))))
            .withMessageContaining("field type conflict")
            .satisfies((ex) -> assertThat(ex.isRetryable()).isFalse());
    }

    @Test
    void succeedsAgainWhenTheServerIsBack(@TempDir Path folder) {
        InfluxServer first = InfluxServer.start(folder, 0);
        MetricStore store = new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(first.url())));
        store.prepare();
        first.close();

        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(() -> store.write(List.of(sample(1))))
            .withMessageContaining(first.url())
            .withMessageContaining("did not answer (expected: InfluxDB; is it up, and monitoring.influx.url right?)")
            .satisfies((ex) -> assertThat(ex.isRetryable()).isTrue());
        assertThatExceptionOfType(MetricStoreException.class).isThrownBy(store::check);

        try (InfluxServer second = InfluxServer.start(folder, first.port())) {
            store.check();
            store.write(List.of(sample(1)));
            assertThat(store.usage(WINDOW)).hasSize(1);
        }
    }

    private MetricStore storeIn(String prefix) {
        return new InfluxConfiguration().metricStore(InfluxProperties.at(URI.create(influx.url()))
            .in(new InfluxProperties.Databases(prefix + "_bosh", prefix + "_vm", prefix + "_container")));
    }

    private static Sample sample(double value) {
        return Sample.of(Measurement.VM, tags("a"), value, SampleFixtures.BEGIN);
    }

    private static Map<String, String> tags(String id) {
        return Map.of(Tags.ID, id, Tags.METRIC_NAME, "diskStats./.Usage");
    }

    private String query(String statement) throws Exception {
        return post(influx.url() + "/query?q=" + URLEncoder.encode(statement, StandardCharsets.UTF_8), "").body();
    }

    private HttpResponse<String> post(String url, String body) throws Exception {
        return this.http.send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

}
