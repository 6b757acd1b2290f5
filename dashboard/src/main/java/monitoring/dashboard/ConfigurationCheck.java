package monitoring.dashboard;

import monitoring.storage.elasticsearch.ElasticsearchProperties;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.jdbc.SqlAddress;
import monitoring.storage.jdbc.SqlProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Binds and checks every key without starting anything. */
@ConfigurationPropertiesScan
@EnableConfigurationProperties({ InfluxProperties.class, ElasticsearchProperties.class, SqlProperties.class,
        SqlAddress.class })
class ConfigurationCheck {

    private static final Logger logger = LoggerFactory.getLogger(ConfigurationCheck.class);

    /** The exit code: 0, or 1 after one line that says what is wrong. */
    static int run(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ConfigurationCheck.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties("logging.level.org.springframework=off")
            .run(arguments)) {
            checkOthersKeys(context.getEnvironment());
            logger.info("Configuration is valid");
            return 0;
        }
        catch (RuntimeException ex) {
            logger.error("{}", words(ex));
            return 1;
        }
    }

    /** Keys of Spring Boot's own records, which are no beans here. */
    private static void checkOthersKeys(Environment environment) {
        Binder.get(environment).bind("server.port", Integer.class).ifBound((port) -> {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("server.port: " + port + " (expected: 0..65535)");
            }
        });
    }

    /**
     * Our own words where there are some; else key and value of what could not be read.
     */
    private static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof IllegalArgumentException && message.contains("(expected:")) {
                return message;
            }
            if (cause instanceof BindException bind) {
                words = "%s: %s (expected: a value of type %s)".formatted(bind.getName(), value(bind),
                        bind.getTarget().getType());
            }
        }
        return words;
    }

    private static @Nullable Object value(BindException bind) {
        return (bind.getProperty() != null) ? bind.getProperty().getValue() : null;
    }

}
