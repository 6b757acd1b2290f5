package monitoring.localservers.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;

/**
 * Stands for each of the real programs: healthy at once on the management port that its
 * environment names.
 */
public final class PlayedProgram {

    private PlayedProgram() {
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> keys = System.getenv();
        int port = Stream.of("METRICAGENT_MANAGEMENT_PORT", "MANAGEMENT_SERVER_PORT", "SERVER_PORT")
            .filter(keys::containsKey)
            .mapToInt((key) -> Integer.parseInt(keys.get(key)))
            .findFirst()
            .orElseThrow();
        if (String.valueOf(port).equals(keys.get("PLAYED_FAILURE"))) {
            System.out.println("played.key: wrong (expected: right)");
            System.exit(1);
        }
        int status = String.valueOf(port).equals(keys.get("PLAYED_ILLNESS")) ? 503 : 200;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health", (exchange) -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        System.out.println("password given: " + keys.containsKey("DASHBOARD_FIRST_PASSWORD"));
    }

}
