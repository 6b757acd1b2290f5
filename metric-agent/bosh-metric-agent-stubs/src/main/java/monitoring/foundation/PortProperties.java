package monitoring.foundation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On which ports of 127.0.0.1 the simulated services listen.
 *
 * @param director BOSH director
 * @param uaa UAA
 * @param cloudController CF API v3, and the reps below {@code /reps/<cell id>}
 * @param autoscale AutoScale server
 */
@ConfigurationProperties("foundation.ports")
record PortProperties(@DefaultValue("25555") int director, @DefaultValue("8444") int uaa,
        @DefaultValue("8445") int cloudController, @DefaultValue("8446") int autoscale) {

    PortProperties {
        require("director", director);
        require("uaa", uaa);
        require("cloud-controller", cloudController);
        require("autoscale", autoscale);
    }

    private static void require(String key, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("foundation.ports." + key + ": " + port + " (expected: 1..65535)");
        }
    }

    /** The service behind a port; the director behind any other. */
    Service service(int port) {
        if (port == this.uaa) {
            return Service.UAA;
        }
        if (port == this.cloudController) {
            return Service.CLOUD_CONTROLLER;
        }
        return (port == this.autoscale) ? Service.AUTOSCALE : Service.DIRECTOR;
    }

    /** A simulated service, and where its controllers are within the program. */
    enum Service {

        DIRECTOR("/director"), UAA("/uaa"), CLOUD_CONTROLLER("/cloud-controller"), AUTOSCALE("/autoscale");

        private final String path;

        Service(String path) {
            this.path = path;
        }

        String path() {
            return this.path;
        }

    }

}
