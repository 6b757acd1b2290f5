package monitoring.localservers.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import monitoring.localservers.Child;
import monitoring.localservers.HttpProbe;

/** Our own programs: their jars, their configuration by environment, their health. */
final class Programs {

    private static final String PLAYED_USER = "admin";

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String HEALTH = "/actuator/health";

    /**
     * One compiler tier, so that a JVM is up soon on few cores; H2's automatic server
     * would listen on every address.
     */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
            "-Dh2.bindAddress=127.0.0.1");

    private final Options options;

    private final Ports ports;

    private final DataFolder data;

    private final String firstPassword;

    Programs(Options options, Ports ports, DataFolder data, String firstPassword) {
        this.options = options;
        this.ports = ports;
        this.data = data;
        this.firstPassword = firstPassword;
    }

    List<Part> all() {
        return List.of(dashboard(), batch(), relay(), agent());
    }

    private Part dashboard() {
        Map<String, String> keys = withDatabase();
        keys.put("SERVER_PORT", port(Port.DASHBOARD));
        keys.put("SERVER_ADDRESS", "127.0.0.1");
        keys.put("MONITORING_ELASTICSEARCH_URL", this.ports.url(Port.ELASTICSEARCH));
        keys.put("DASHBOARD_FIRST_PASSWORD", this.firstPassword);
        if (this.options.demo()) {
            keys.put("DASHBOARD_UAA_URL", this.ports.url(Port.UAA));
            keys.put("DASHBOARD_UAA_CFAPIURL", this.ports.url(Port.CLOUD_CONTROLLER));
        }
        keys.putAll(JobFlags.ENVIRONMENT);
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(JobFlags.of("dashboard"));
        command.addAll(QUICK_START);
        command.addAll(List.of("-jar", Jar.of("dashboard").toString()));
        return part("dashboard", Port.DASHBOARD, Part.Stage.SOURCE, keys, command);
    }

    private Part batch() {
        Map<String, String> keys = withDatabase();
        keys.put("SERVER_PORT", port(Port.BATCH));
        keys.put("SERVER_ADDRESS", "127.0.0.1");
        keys.put("MONITORING_ELASTICSEARCH_URL", this.ports.url(Port.ELASTICSEARCH));
        keys.put("BATCH_MAIL_HOST", "127.0.0.1");
        keys.put("BATCH_MAIL_PORT", port(Port.SMTP));
        keys.put("BATCH_NOTIFY_DASHBOARDURL", this.ports.url(Port.DASHBOARD));
        keys.put("AUTOSCALE_URL", this.ports.url(Port.AUTOSCALE));
        // Somebody who tries it out is watching: faster than the 60 s of an installation.
        pace(keys, "BATCH_ALARM_INTERVAL", "10s");
        pace(keys, "BATCH_INVENTORY_INTERVAL", "20s");
        pace(keys, "BATCH_SCALING_INTERVAL", "10s");
        if (this.options.demo()) {
            // the simulated foundation takes everybody who says a name and a password
            keys.put("BATCH_BOSH_URL", this.ports.url(Port.DIRECTOR));
            keys.put("BATCH_BOSH_USERNAME", PLAYED_USER);
            keys.put("BATCH_BOSH_PASSWORD", PLAYED_USER);
            keys.put("BATCH_CF_USERNAME", PLAYED_USER);
            keys.put("BATCH_CF_PASSWORD", PLAYED_USER);
            keys.put("BATCH_CF_APIURL", this.ports.url(Port.CLOUD_CONTROLLER));
            keys.put("BATCH_CF_UAAURL", this.ports.url(Port.UAA));
        }
        return boot("batch", Port.BATCH, Part.Stage.PROGRAM, keys, 256);
    }

    private Part relay() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("SERVER_PORT", port(Port.RELAY));
        keys.put("SERVER_ADDRESS", "127.0.0.1");
        keys.put("MONITORING_ELASTICSEARCH_URL", this.ports.url(Port.ELASTICSEARCH));
        keys.put("RELAY_RELP_HOST", "127.0.0.1");
        keys.put("RELAY_RELP_PORT", port(Port.RELP));
        keys.put("RELAY_RELP_TLS_PORT", port(Port.RELP_TLS));
        keys.put("RELAY_JOURNAL_DIRECTORY", this.data.resolve("relay-journal").toString());
        keys.putAll(JobFlags.ENVIRONMENT);
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(JobFlags.of("syslog-relp-relay"));
        command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-jar", Jar.of("syslog-relp-relay").toString()));
        return part("syslog-relp-relay", Port.RELAY, Part.Stage.PROGRAM, keys, command);
    }

    /**
     * What the others read from the simulated foundation must be there when they ask for
     * the first time.
     */
    Part foundation() {
        Map<String, String> keys = withDatabase();
        keys.put("MANAGEMENT_SERVER_PORT", port(Port.FOUNDATION));
        keys.put("FOUNDATION_PORTS_DIRECTOR", port(Port.DIRECTOR));
        keys.put("FOUNDATION_PORTS_UAA", port(Port.UAA));
        keys.put("FOUNDATION_PORTS_CLOUDCONTROLLER", port(Port.CLOUD_CONTROLLER));
        keys.put("FOUNDATION_PORTS_AUTOSCALE", port(Port.AUTOSCALE));
        keys.put("FOUNDATION_STATE_FOLDER", this.data.resolve("foundation").toString());
        keys.put("FOUNDATION_RELP_HOST", "127.0.0.1");
        keys.put("FOUNDATION_RELP_PORT", port(Port.RELP));
        String jar = Jar.of("metric-agent/bosh-metric-agent-stubs").toString();
        return part("foundation", Port.FOUNDATION, Part.Stage.SOURCE, keys, java(384, jar, "--demo"));
    }

    private Part agent() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("MONITORING_INFLUX_URL", this.ports.url(Port.INFLUX));
        keys.put("METRICAGENT_MANAGEMENT_PORT", port(Port.AGENT));
        keys.put("METRICAGENT_SPOOL_DIRECTORY", this.data.resolve("agent-spool").toString());
        if (this.options.demo()) {
            pace(keys, "METRICAGENT_INTERVAL", "10s");
        }
        else {
            keys.put("METRICAGENT_CONTAINER_SOURCE", "programs");
            keys.put("METRICAGENT_CONTAINER_PROGRAMS", this.data.endpoints().toString());
        }
        return part("metric-agent", Port.AGENT, Part.Stage.SOURCE, keys, java(48, Jar.of("metric-agent").toString()));
    }

    /** A default for trying out; the environment of script/server still decides. */
    private static void pace(Map<String, String> keys, String key, String value) {
        keys.put(key, System.getenv().getOrDefault(key, value));
    }

    private Map<String, String> withDatabase() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("MONITORING_INFLUX_URL", this.ports.url(Port.INFLUX));
        keys.put("SPRING_DATASOURCE_URL", this.data.databaseUrl());
        keys.put("SPRING_DATASOURCE_USERNAME", "sa");
        keys.put("SPRING_DATASOURCE_PASSWORD", "");
        return keys;
    }

    private Part boot(String module, Port port, Part.Stage stage, Map<String, String> keys, int heapMegabytes) {
        return part(module, port, stage, keys, java(heapMegabytes, Jar.of(module).toString()));
    }

    private Part part(String name, Port port, Part.Stage stage, Map<String, String> keys, List<String> command) {
        String url = this.ports.url(port);
        return new Part(name, url, stage,
                () -> Child.start(new Child.Spec(name, command, this.data.log(name)).withEnvironment(keys)),
                () -> HttpProbe.answers(url + HEALTH));
    }

    /** A JVM that is up soon on few cores: one collector thread, one compiler tier. */
    private static List<String> java(int heapMegabytes, String jar, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC"));
        command.addAll(QUICK_START);
        command.addAll(List.of("-jar", jar));
        command.addAll(List.of(arguments));
        return command;
    }

    private String port(Port port) {
        return String.valueOf(this.ports.of(port));
    }

}
