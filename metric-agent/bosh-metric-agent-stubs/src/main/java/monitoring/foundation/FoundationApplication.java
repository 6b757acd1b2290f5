package monitoring.foundation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Plays a Cloud Foundry foundation under BOSH, for demo and tests. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FoundationApplication {

    public static void main(String[] args) {
        SpringApplication.run(FoundationApplication.class, Arguments.read(args));
    }

}
