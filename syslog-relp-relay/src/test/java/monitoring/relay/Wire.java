package monitoring.relay;

import java.io.IOException;
import java.util.List;

/**
 * A network for a sender, joined to ours by a wire that can be cut: packets vanish, and
 * no side is told.
 */
final class Wire implements AutoCloseable {

    /** Our end. */
    static final String HERE = "10.213.77.1";

    private static final String THERE = "10.213.77.2";

    private final String name = "relay" + ProcessHandle.current().pid() % 100_000;

    Wire() throws IOException, InterruptedException {
        Command.run("ip", "netns", "add", this.name);
        Command.run("ip", "link", "add", this.name, "type", "veth", "peer", "name", "there", "netns", this.name);
        Command.run("ip", "address", "add", HERE + "/30", "dev", this.name);
        Command.run("ip", "link", "set", this.name, "up");
        Command.run("ip", "-n", this.name, "address", "add", THERE + "/30", "dev", "there");
        Command.run("ip", "-n", this.name, "link", "set", "there", "up");
    }

    /** What a command begins with that runs at the other end. */
    List<String> inside() {
        return List.of("ip", "netns", "exec", this.name);
    }

    void cut() throws IOException, InterruptedException {
        Command.run("ip", "link", "set", this.name, "down");
    }

    void heal() throws IOException, InterruptedException {
        Command.run("ip", "link", "set", this.name, "up");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Command.run("ip", "netns", "delete", this.name);
    }

}
