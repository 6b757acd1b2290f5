package monitoring.foundation.agents;

import java.nio.charset.StandardCharsets;

/** A metric's name, also as bytes of a line. None of them has a character to escape. */
final class Metric {

    private final String name;

    private final byte[] bytes;

    Metric(String name) {
        this.name = name;
        this.bytes = name.getBytes(StandardCharsets.UTF_8);
    }

    String name() {
        return this.name;
    }

    byte[] bytes() {
        return this.bytes;
    }

}
