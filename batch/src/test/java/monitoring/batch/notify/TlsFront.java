package monitoring.batch.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Speaks TLS before an SMTP server that cannot: from the first byte, or after STARTTLS.
 */
final class TlsFront implements AutoCloseable {

    private final ServerSocket server;

    private final SSLContext tls;

    private final boolean startTls;

    private final int behind;

    TlsFront(SSLContext tls, boolean startTls, int behind) throws IOException {
        this.server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        this.tls = tls;
        this.startTls = startTls;
        this.behind = behind;
        inBackground("tls-front", this::accept);
    }

    int port() {
        return this.server.getLocalPort();
    }

    private void accept() throws IOException {
        while (!this.server.isClosed()) {
            Socket client = this.server.accept();
            inBackground("tls-front-session", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client; Socket smtp = new Socket("127.0.0.1", this.behind)) {
            if (this.startTls && !untilStartTls(client)) {
                return;
            }
            SSLSocket secured = (SSLSocket) this.tls.getSocketFactory()
                .createSocket(client, "127.0.0.1", client.getPort(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            InputStream answers = smtp.getInputStream();
            if (this.startTls) {
                skipLine(answers); // the client was greeted before
            }
            inBackground("tls-front-answers", () -> answers.transferTo(secured.getOutputStream()));
            secured.getInputStream().transferTo(smtp.getOutputStream());
        }
    }

    private static boolean untilStartTls(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        BufferedReader in = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
        write(out, "220 front\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.toUpperCase(Locale.ROOT).startsWith("STARTTLS")) {
                write(out, "220 go ahead\r\n");
                return true;
            }
            write(out, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS\r\n" : "530 STARTTLS first\r\n");
        }
        return false;
    }

    private static void skipLine(InputStream in) throws IOException {
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            continue;
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void inBackground(String name, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            }
            catch (IOException ex) {
                // the other end went away, or the front was closed
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            this.server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** What may end with the connection. */
    private interface Work {

        void run() throws IOException;

    }

}
