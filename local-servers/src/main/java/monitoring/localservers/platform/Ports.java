package monitoring.localservers.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import monitoring.localservers.FreePort;
import monitoring.localservers.ServerStartException;

/** The ports that one run of the platform uses. */
final class Ports {

    private final Options options;

    Ports(Options options) {
        this.options = options;
    }

    int of(Port port) {
        return port.at(this.options.portOffset());
    }

    String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** Fails with one line that names every port somebody else has. */
    void requireFree() {
        List<Port> taken = Arrays.stream(Port.values())
            .filter((port) -> this.options.demo() || !port.isOfDemo())
            .filter((port) -> !FreePort.isFree(of(port)))
            .toList();
        if (!taken.isEmpty()) {
            String names = taken.stream()
                .map((port) -> of(port) + " (" + port.user() + ")")
                .collect(Collectors.joining(", "));
            throw new ServerStartException("port " + names + ": in use on 127.0.0.1 (expected: free; stop what listens "
                    + "there, or move all ports with --port-offset N)");
        }
    }

}
