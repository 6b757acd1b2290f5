package monitoring.storage.influxdb;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import monitoring.storage.metric.MetricStoreException;

/** Creates databases as PaaS-TA's bootstrapper does: with one policy, named "default". */
final class InfluxSchema {

    private final InfluxClient client;

    private final InfluxProperties properties;

    InfluxSchema(InfluxClient client, InfluxProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /**
     * A database that exists is left as it is: a new default policy would hide its data.
     */
    void create() {
        for (String database : missing()) {
            this.client.query("CREATE DATABASE " + InfluxQl.name(database) + " WITH DURATION " + duration()
                    + " REPLICATION 1 NAME \"default\"", (number, tags, rows) -> {
                    });
        }
    }

    void check() {
        Set<String> missing = missing();
        if (!missing.isEmpty()) {
            throw MetricStoreException.refused(URI.create(this.properties.url() + "/query"),
                    "databases " + missing + " do not exist or may not be seen", true);
        }
    }

    private Set<String> missing() {
        InfluxProperties.Databases databases = this.properties.databases();
        Set<String> missing = new LinkedHashSet<>(List.of(databases.bosh(), databases.vm(), databases.container()));
        this.client.query("SHOW DATABASES", (number, tags, rows) -> rows.forEach((row) -> missing.remove(row.get(0))));
        return missing;
    }

    private String duration() {
        return this.properties.retention().isZero() ? "INF" : this.properties.retention().toMinutes() + "m";
    }

}
