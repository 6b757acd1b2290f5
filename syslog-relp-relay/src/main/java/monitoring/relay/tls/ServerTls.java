package monitoring.relay.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the TLS side of a new connection, TLS 1.2 and 1.3. When a file changes, new
 * connections get the new certificate and open ones go on; a file that cannot be read
 * leaves everything as it is.
 */
public final class ServerTls {

    private static final Logger logger = LoggerFactory.getLogger(ServerTls.class);

    private static final long HANDSHAKE_SECONDS = 15;

    private final TlsProperties properties;

    private volatile @Nullable SslContext context;

    private volatile List<Object> seen;

    private volatile long lookedAt = System.nanoTime();

    /**
     * Reads the files.
     * @throws IllegalArgumentException if one is no certificate or key
     */
    public ServerTls(TlsProperties properties) {
        this.properties = properties;
        this.seen = stamps();
        try {
            this.context = properties.isEnabled() ? load(properties) : null;
        }
        catch (IOException | GeneralSecurityException ex) {
            throw new IllegalArgumentException(
                    "relay.tls.certificate: " + properties.certificate()
                            + " (expected: a certificate with its key in relay.tls.private-key): " + ex.getMessage(),
                    ex);
        }
    }

    /** Whether there is a certificate. */
    public boolean isEnabled() {
        return this.context != null;
    }

    /** The handler of a new connection. */
    public SslHandler newHandler(ByteBufAllocator allocator) {
        if (System.nanoTime() - this.lookedAt > this.properties.reloadInterval().toNanos()) {
            reload();
        }
        SslContext current = this.context;
        if (current == null) {
            throw new IllegalStateException("relay.tls.certificate is not set");
        }
        SslHandler handler = current.newHandler(allocator);
        handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        return handler;
    }

    private synchronized void reload() {
        this.lookedAt = System.nanoTime();
        List<Object> now = stamps();
        if (now.equals(this.seen)) {
            return;
        }
        try {
            this.context = load(this.properties);
            this.seen = now;
            logger.info("New connections get the certificate that is now in {}", this.properties.certificate());
        }
        catch (IOException | GeneralSecurityException ex) {
            logger.warn("{} changed and cannot be used; the certificate before it stays", this.properties.certificate(),
                    ex);
        }
    }

    private List<Object> stamps() {
        List<Object> stamps = new ArrayList<>();
        stamp(this.properties.certificate(), stamps);
        stamp(this.properties.privateKey(), stamps);
        stamp(this.properties.ca(), stamps);
        return stamps;
    }

    private static void stamp(@Nullable Path file, List<Object> stamps) {
        try {
            stamps.add((file == null) ? "" : Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
        catch (IOException ex) {
            stamps.add("missing");
        }
    }

    private static SslContext load(TlsProperties properties) throws IOException, GeneralSecurityException {
        Path certificate = properties.certificate();
        Path key = properties.privateKey();
        if (certificate == null || key == null) {
            throw new GeneralSecurityException("no certificate");
        }
        Path ca = properties.ca();
        boolean required = properties.clientCertificate() == TlsProperties.ClientCertificate.REQUIRED;
        return SslContextBuilder.forServer(PemFiles.privateKey(key), PemFiles.certificates(certificate))
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2")
            .trustManager(
                    new PermittedPeers(properties.permittedPeers(), (ca != null) ? PemFiles.authorities(ca) : null))
            .clientAuth(required ? ClientAuth.REQUIRE : ClientAuth.NONE)
            .build();
    }

}
