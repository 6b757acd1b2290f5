package monitoring.storage.jdbc;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the SQL server is. Bound beside Spring Boot's own record, so that an address at
 * which the stores cannot be kept is refused in the same words by a start and by a check.
 *
 * @param url of JDBC; without one Spring Boot makes a database in memory
 */
@ConfigurationProperties("spring.datasource")
public record SqlAddress(@Nullable String url) {

    public SqlAddress {
        if (url != null) {
            Dialect.ofUrl(url);
        }
    }

}
