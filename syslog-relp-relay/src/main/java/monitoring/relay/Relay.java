package monitoring.relay;

import java.util.Arrays;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The relay as a program. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RelayConfiguration.class)
public class Relay {

    private static final Logger logger = LoggerFactory.getLogger(Relay.class);

    /** Runs until it is stopped; with {@code --check}, only checks the configuration. */
    public static void main(String[] arguments) {
        boolean check = Arrays.asList(arguments).contains("--check");
        try {
            if (check) {
                new SpringApplicationBuilder(RelayProperties.class).web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .properties("logging.level.root=off", "logging.level.monitoring.relay=info")
                    .run(arguments)
                    .close();
                logger.info("The configuration is right");
                return;
            }
            new SpringApplication(Relay.class).run(arguments);
        }
        catch (SpringApplication.AbandonedRunException ex) {
            throw ex; // asked for by tools that only look at the context
        }
        catch (RuntimeException ex) {
            logger.error("{}", ConfigurationFault.describe(ex));
            System.exit(1);
        }
    }

}
