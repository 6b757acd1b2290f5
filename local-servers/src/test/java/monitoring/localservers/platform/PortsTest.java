package monitoring.localservers.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;

import monitoring.localservers.FreePort;
import monitoring.localservers.ServerStartException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTest {

    @Test
    void movesEveryPort() {
        Ports ports = new Ports(new Options(true, Path.of("/data"), 1000));

        assertThat(ports.url(Port.DASHBOARD)).isEqualTo("http://127.0.0.1:9080");
        assertThat(ports.of(Port.DIRECTOR)).isEqualTo(26_555);
    }

    @Test
    void givesNoPortTwice() {
        assertThat(Stream.of(Port.values()).map((port) -> port.at(0))).doesNotHaveDuplicates();
    }

    @Test
    void namesThePortsThatOthersHave() throws IOException {
        int offset = Stream.iterate(1, (number) -> number + 1)
            .filter((number) -> Stream.of(Port.values()).allMatch((port) -> FreePort.isFree(port.at(number))))
            .findFirst()
            .orElseThrow();
        Ports ports = new Ports(new Options(false, Path.of("/data"), offset));
        int dashboard = ports.of(Port.DASHBOARD);
        try (ServerSocket taken = new ServerSocket(dashboard, 1, InetAddress.getLoopbackAddress());
                ServerSocket notNeeded = new ServerSocket(ports.of(Port.UAA), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound() && notNeeded.isBound()).isTrue();
            assertThatExceptionOfType(ServerStartException.class).isThrownBy(ports::requireFree)
                .withMessage("port %d (dashboard): in use on 127.0.0.1 (expected: free; stop what listens there, or "
                        + "move all ports with --port-offset N)", dashboard);
        }
    }

}
