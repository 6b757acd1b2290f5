package monitoring.metricagent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import monitoring.metricagent.bosh.BoshSpec;
import monitoring.metricagent.bosh.Identity;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.metric.Measurement;

/**
 * What the agent does. Its keys, their defaults and what they mean stand in
 * {@code metric-agent.yml}.
 *
 * @param interval from reading to reading
 * @param kind whether this VM is one of a deployment or the director's
 * @param processes how many processes are told
 * @param identity which VM this is
 * @param influx where samples go
 * @param container where containers are read
 * @param spool where samples wait
 * @param management where the agent tells of itself
 */
record AgentProperties(Duration interval, Kind kind, int processes, Identity identity, InfluxProperties influx,
        ContainerSource container, Spooling spool, Management management) {

    /**
     * Reads and checks all keys.
     * @throws IllegalArgumentException that names the first wrong key
     */
    static AgentProperties from(Keys keys) {
        AgentProperties properties = new AgentProperties(
                keys.duration("metric-agent.interval", Duration.ofSeconds(30), Duration.ofSeconds(1),
                        Duration.ofHours(1)),
                keys.choice("metric-agent.kind", Kind.VM), keys.number("metric-agent.processes", 21, 0, 1000),
                identity(keys), influx(keys), container(keys), spooling(keys), management(keys));
        keys.refuseUnknown();
        return properties;
    }

    private static Identity identity(Keys keys) {
        Map<String, String> found = BoshSpec
            .read(Path.of(keys.text("metric-agent.bosh-spec", BoshSpec.FILE.toString())));
        return new Identity(keys.text("metric-agent.identity.origin", found.get("origin")),
                keys.text("metric-agent.identity.id", found.get("id")),
                keys.text("metric-agent.identity.ip", found.get("ip")),
                keys.text("metric-agent.identity.index", found.get("index")),
                keys.text("metric-agent.identity.deployment", found.get("deployment")));
    }

    private static InfluxProperties influx(Keys keys) {
        InfluxProperties defaults = InfluxProperties.at(uri(keys, "monitoring.influx.url", "http://127.0.0.1:8086"));
        InfluxProperties.Databases names = defaults.databases();
        return new InfluxProperties(defaults.url(), keys.text("monitoring.influx.username", ""),
                keys.text("monitoring.influx.password", ""),
                keys.duration("monitoring.influx.retention", defaults.retention(), Duration.ZERO,
                        Duration.ofDays(36_500)),
                keys.text("monitoring.influx.certificate-authority", ""), defaults.gzip(), defaults.batchSize(),
                defaults.timeouts(),
                new InfluxProperties.Databases(keys.text("monitoring.influx.databases.bosh", names.bosh()),
                        keys.text("monitoring.influx.databases.vm", names.vm()),
                        keys.text("monitoring.influx.databases.container", names.container())),
                measurements(keys, defaults.measurements()));
    }

    private static InfluxProperties.Measurements measurements(Keys keys, InfluxProperties.Measurements names) {
        return new InfluxProperties.Measurements(keys.text("monitoring.influx.measurements.bosh", names.bosh()),
                keys.text("monitoring.influx.measurements.bosh-process", names.boshProcess()),
                keys.text("monitoring.influx.measurements.vm", names.vm()),
                keys.text("monitoring.influx.measurements.vm-process", names.vmProcess()),
                keys.text("monitoring.influx.measurements.container", names.container()));
    }

    private static ContainerSource container(Keys keys) {
        return new ContainerSource(keys.choice("metric-agent.container.source", ContainerSource.Kind.NONE),
                uri(keys, "metric-agent.container.url", "http://127.0.0.1:1800/v1/containers"),
                keys.text("metric-agent.container.programs", ""));
    }

    private static Spooling spooling(Keys keys) {
        return new Spooling(keys.text("metric-agent.spool.directory", ""),
                keys.number("metric-agent.spool.megabytes", 64, 1, 1_000_000),
                keys.number("metric-agent.spool.samples", 50_000, 1, 10_000_000));
    }

    private static Management management(Keys keys) {
        return new Management(keys.text("metric-agent.management.host", "127.0.0.1"),
                keys.number("metric-agent.management.port", 9101, 0, 65535));
    }

    private static URI uri(Keys keys, String key, String otherwise) {
        String text = keys.text(key, otherwise);
        try {
            return URI.create(text);
        }
        catch (IllegalArgumentException ex) {
            throw Keys.wrong(key, text, "http://host:port or https://host:port");
        }
    }

    /** What kind of VM the agent stands on. */
    enum Kind {

        /** One of a deployment. */
        VM,
        /** The director's own. */
        BOSH;

        Measurement metrics() {
            return (this == VM) ? Measurement.VM : Measurement.BOSH;
        }

        Measurement processes() {
            return (this == VM) ? Measurement.VM_PROCESS : Measurement.BOSH_PROCESS;
        }

    }

    /**
     * Where containers are read.
     *
     * @param kind from what
     * @param url of the rep
     * @param programs file with a key {@code pid.<program>} for each program
     */
    record ContainerSource(Kind kind, URI url, String programs) {

        ContainerSource {
            if (kind == Kind.PROGRAMS && programs.isBlank()) {
                throw Keys.wrong("metric-agent.container.programs", "none", "a file, as source is programs");
            }
        }

        /** From what containers are read. */
        enum Kind {

            NONE, REP, PROGRAMS

        }

    }

    /**
     * Where samples wait while the store is away.
     *
     * @param directory on disk; empty for in memory
     * @param megabytes at most, on disk
     * @param samples at most, in memory
     */
    record Spooling(String directory, int megabytes, int samples) {
    }

    /**
     * Where the agent tells of itself.
     *
     * @param host address to listen on
     * @param port 0 for any that is free
     */
    record Management(String host, int port) {
    }

}
