package monitoring.autoscale;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Where the AutoScale server is and how it is spoken to. A key that is left out (null)
 * takes its default.
 *
 * @param dialect PAASTA (default), CF_APP_AUTOSCALER or CF_V3
 * @param url the server: the Portal API of PaaS-TA, the scaling engine, or the cloud
 * controller; default {@code http://127.0.0.1:8446}
 * @param path of PaaS-TA's call; default {@code /external/app/updateApp}
 * @param authorization value of an Authorization header, where the server wants one;
 * default none
 * @param uaa where and as whom a token is asked for; CF_V3 needs it
 * @param connectTimeout default 3 s
 * @param readTimeout default 30 s; the engine of CF waits for the cloud controller, give
 * it 60 s
 */
public record AutoScaleProperties(@Nullable Dialect dialect, @Nullable URI url, @Nullable String path,
        @Nullable String authorization, @Nullable Uaa uaa, @Nullable Duration connectTimeout,
        @Nullable Duration readTimeout) {

    public AutoScaleProperties {
        dialect = (dialect != null) ? dialect : Dialect.PAASTA;
        url = (url != null) ? url : URI.create("http://127.0.0.1:8446");
        path = (path != null) ? path : "/external/app/updateApp";
        authorization = (authorization != null) ? authorization : "";
        connectTimeout = (connectTimeout != null) ? connectTimeout : Duration.ofSeconds(3);
        readTimeout = (readTimeout != null) ? readTimeout : Duration.ofSeconds(30);
        require(url.getScheme() != null && url.getScheme().matches("https?") && url.getHost() != null, "url", url,
                "http://host or https://host");
        require(path.startsWith("/") && path.chars().allMatch((c) -> c > ' ' && c < 127), "path", path,
                "a path of printable ASCII that begins with /");
        require(connectTimeout.compareTo(Duration.ZERO) > 0, "connect-timeout", connectTimeout, "> 0s");
        require(readTimeout.compareTo(Duration.ZERO) > 0, "read-timeout", readTimeout, "> 0s");
        require(dialect != Dialect.CF_V3 || uaa != null, "uaa.url", "none",
                "the UAA's address, as CF_V3 needs a token");
    }

    /** PaaS-TA's dialect on this machine. */
    public static AutoScaleProperties defaults() {
        return new AutoScaleProperties(null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        // the record's own would print the header
        return this.dialect + " at " + this.url;
    }

    private static void require(boolean holds, String key, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("autoscale." + key + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** What an AutoScale server can speak. */
    public enum Dialect {

        /** The Portal API's call of PaaS-TA's batch up to 4.0. */
        PAASTA,
        /** The scaling engine of cloudfoundry/app-autoscaler. */
        CF_APP_AUTOSCALER,
        /** The cloud controller itself. */
        CF_V3

    }

    /**
     * Where and as whom a token is asked for.
     *
     * @param url the UAA
     * @param username of a user, for the password grant; empty for client credentials
     * @param password of the user
     * @param clientId default {@code cf}
     * @param clientSecret default empty, as CF's own client has it
     */
    public record Uaa(URI url, @Nullable String username, @Nullable String password, @Nullable String clientId,
            @Nullable String clientSecret) {

        public Uaa {
            username = (username != null) ? username : "";
            password = (password != null) ? password : "";
            clientId = (clientId != null) ? clientId : "cf";
            clientSecret = (clientSecret != null) ? clientSecret : "";
        }

        @Override
        public String toString() {
            // the record's own would print passwords
            return this.clientId + " at " + this.url;
        }

    }

}
