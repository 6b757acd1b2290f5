package monitoring.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
