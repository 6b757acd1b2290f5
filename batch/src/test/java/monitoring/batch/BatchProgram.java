package monitoring.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import monitoring.localservers.Database;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The batch program within a test, on a database of its own. */
public final class BatchProgram implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private BatchProgram(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A database that nobody else has, gone when the JVM ends. */
    public static String newDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    /** Starts the program on a database of its own. */
    public static BatchProgram start(List<String> keys) {
        return start(newDatabase(), List.of(), keys.toArray(String[]::new));
    }

    /** Starts the program on a database of a server. */
    public static BatchProgram start(Database database, List<String> keys) {
        List<String> all = new ArrayList<>(keys);
        all.add("spring.datasource.username=" + database.username());
        all.add("spring.datasource.password=" + database.password());
        return start(database.url(), List.of(), all.toArray(String[]::new));
    }

    /**
     * Starts the program.
     * @param database JDBC URL
     * @param more configuration classes of the test, which may replace beans
     * @param keys {@code key=value}
     */
    public static BatchProgram start(String database, List<Class<?>> more, String... keys) {
        List<String> properties = new ArrayList<>(List.of("spring.datasource.url=" + database, "server.port=0",
                "spring.main.allow-bean-definition-overriding=true"));
        properties.addAll(List.of(keys));
        String[] arguments = properties.stream().map((key) -> "--" + key).toArray(String[]::new);
        return new BatchProgram(new SpringApplicationBuilder(BatchApplication.class).sources(more.toArray(Class[]::new))
            .run(arguments));
    }

    /**
     * Starts the program on a database of its own, with no InfluxDB; no job runs by
     * itself.
     */
    public static BatchProgram atRest(String... keys) {
        return atRestOn(newDatabase(), keys);
    }

    /** The same on a database that is there already. */
    public static BatchProgram atRestOn(String database, String... keys) {
        List<String> all = new ArrayList<>(
                List.of("batch.scheduled=false", "monitoring.influx.url=http://127.0.0.1:9"));
        all.addAll(List.of(keys));
        return start(database, List.of(), all.toArray(String[]::new));
    }

    /**
     * Keys by which a test has metrics of its own on a server that others use as well,
     * and misses no logs where there is no Elasticsearch.
     * @param more keys of the test
     */
    public static List<String> ownMetrics(String... more) {
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        List<String> keys = new ArrayList<>(List.of("monitoring.influx.databases.vm=cf_" + suffix,
                "monitoring.influx.databases.bosh=bosh_" + suffix,
                "monitoring.influx.databases.container=container_" + suffix, "batch.evaluate.logs-dead-after=0s"));
        keys.addAll(List.of(more));
        return keys;
    }

    public <T> T bean(Class<T> type) {
        return this.context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return this.context.getBean(name, type);
    }

    /** Port of the management endpoints. */
    public int port() {
        return Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        this.context.close();
    }

}
