package monitoring.batch;

import java.net.URI;

import monitoring.autoscale.AutoScaleProperties;
import monitoring.storage.elasticsearch.ElasticsearchProperties;
import monitoring.storage.influxdb.InfluxProperties;
import monitoring.storage.jdbc.SqlAddress;
import monitoring.storage.jdbc.SqlProperties;
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

    static int run(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ConfigurationCheck.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties("logging.level.org.springframework.boot=off", "logging.level.org.springframework=off")
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

    /** Keys of records that are no beans here. */
    private static void checkOthersKeys(Environment environment) {
        Binder.get(environment).bind("autoscale", AutoScaleProperties.class);
        Binder.get(environment).bind("server.address", String.class).ifBound((address) -> URI.create("//" + address));
    }

    /**
     * Our own words where there are some; else key and value of what could not be read.
     */
    private static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException own && isOurs(own)) {
                return String.valueOf(own.getMessage());
            }
            if (cause instanceof BindException binding && binding.getProperty() != null) {
                words = binding.getName() + ": " + binding.getProperty().getValue() + " (expected: a value of type "
                        + binding.getTarget().getType() + ")";
            }
        }
        return words;
    }

    private static boolean isOurs(IllegalArgumentException failure) {
        return String.valueOf(failure.getMessage()).contains("(expected:");
    }

}
