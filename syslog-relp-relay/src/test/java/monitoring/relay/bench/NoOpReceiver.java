package monitoring.relay.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.relp.RelpProperties;
import monitoring.relay.relp.RelpServer;
import monitoring.relay.repeat.KeptTails;
import monitoring.relay.tls.ServerTls;
import monitoring.relay.tls.TlsProperties;

import org.springframework.util.unit.DataSize;

/**
 * The relay's RELP over TLS with an intake that keeps nothing and says at once that it
 * does. Arguments: port, certificate, key, certificate authority.
 */
public final class NoOpReceiver implements Intake {

    private final AtomicLong position = new AtomicLong();

    public static void main(String[] arguments) throws Exception {
        RelpProperties properties = new RelpProperties("127.0.0.1", -1, DataSize.ofKilobytes(128),
                RelpProperties.Oversize.TRUNCATE, 1000, 1000, Duration.ofSeconds(30), Duration.ofSeconds(90), 65536,
                8192, DataSize.ofKilobytes(128), Duration.ofSeconds(1),
                new RelpProperties.Tls(Integer.parseInt(arguments[0])));
        TlsProperties tls = new TlsProperties(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]),
                List.of("*.cell.example.net"), TlsProperties.ClientCertificate.REQUIRED, Duration.ofMinutes(1));
        try (RelpServer server = new RelpServer(properties, new NoOpReceiver(), new KeptTails(8192, 1000),
                new ServerTls(tls), new SimpleMeterRegistry())) {
            Thread.currentThread().join();
        }
    }

    @Override
    public long append(MessageBlock block, Source source, IntakeListener listener) {
        long last = this.position.addAndGet(block.count());
        listener.kept(last);
        return last;
    }

    @Override
    public boolean isPrompt() {
        return true;
    }

    @Override
    public void await(long kept, IntakeListener listener) {
        listener.kept(kept);
    }

}
