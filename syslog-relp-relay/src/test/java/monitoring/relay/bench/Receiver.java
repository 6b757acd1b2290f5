package monitoring.relay.bench;

import java.io.IOException;
import java.util.function.LongSupplier;

import monitoring.localservers.Child;

/**
 * A process that takes RELP.
 *
 * @param child the process
 * @param port where it listens
 * @param kept how many messages it has, as far as it can be seen from outside
 */
record Receiver(Child child, int port, LongSupplier kept) implements AutoCloseable {

    double cpuSeconds() throws IOException {
        return ProcessUsage.cpuSeconds(this.child.pid());
    }

    long peakMebibytes() throws IOException {
        return ProcessUsage.peakMebibytes(this.child.pid());
    }

    @Override
    public void close() {
        this.child.close();
    }

}
