package monitoring.foundation.state;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the foundation remembers.
 *
 * @param folder made if it is missing
 */
@ConfigurationProperties("foundation.state")
public record StateProperties(@DefaultValue("./data/foundation") Path folder) {
}
