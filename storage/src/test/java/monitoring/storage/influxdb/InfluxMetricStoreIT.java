package monitoring.storage.influxdb;

import java.net.URI;

import monitoring.localservers.InfluxExtension;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricStoreContract;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class InfluxMetricStoreIT extends MetricStoreContract {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    private InfluxProperties properties;

    private MetricStore store;

    @BeforeEach
    void prepare() {
        this.properties = InfluxProperties.at(URI.create(influx.url()))
            .in(new InfluxProperties.Databases(unique("bosh"), unique("vm"), unique("container")));
        this.store = new InfluxConfiguration().metricStore(this.properties);
        this.store.prepare();
    }

    @Override
    protected MetricStore store() {
        return this.store;
    }

}
