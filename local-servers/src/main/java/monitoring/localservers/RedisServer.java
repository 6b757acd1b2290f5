package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The distribution's Redis as a child process that keeps nothing on disk. For tests. */
public final class RedisServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private static final int ANSWER_LIMIT_MILLIS = 1_000;

    private static final String PASSWORD = "monitoring-of-tests";

    private final Child child;

    private final int port;

    private RedisServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    public static boolean isInstalled() {
        return Command.find("redis-server").isPresent();
    }

    /** Starts redis-server and returns when it answers; with port 0 on a free port. */
    public static RedisServer start(Path folder, int port) {
        int free = FreePort.require("Redis", port);
        Path config = folder.toAbsolutePath().resolve("redis.conf");
        try {
            // the password stands in a file, not among the arguments
            Files.writeString(config, "bind 127.0.0.1\nport %d\nrequirepass %s\nsave \"\"\nappendonly no\ndir %s\n"
                .formatted(free, PASSWORD, folder.toAbsolutePath()));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        List<String> command = List.of(Command.require("redis-server", "redis-server"), config.toString());
        Child child = Child.start(new Child.Spec("redis-server", command, folder.resolve("redis.log")));
        RedisServer server = new RedisServer(child, free);
        child.awaitOrClose(server::isReady, START_LIMIT);
        return server;
    }

    /** It answers before it knows who asks. */
    private boolean isReady() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
            socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '-';
        }
        catch (IOException ex) {
            return false;
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return this.port;
    }

    public String password() {
        return PASSWORD;
    }

    @Override
    public void close() {
        this.child.close();
    }

    @Override
    public String toString() {
        return "Redis at 127.0.0.1:" + this.port;
    }

}
