package monitoring.batch.notify;

import java.time.Duration;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param enabled whether mails are sent at all
 * @param host its address
 * @param port its port
 * @param security how the connection is protected
 * @param username to sign in with, empty for none
 * @param password to sign in with
 * @param from who the mails are from
 * @param timeout of connecting and of each answer
 */
@ConfigurationProperties("batch.mail")
public record MailProperties(@DefaultValue("true") boolean enabled, @DefaultValue("127.0.0.1") String host,
        @DefaultValue("3025") int port, @DefaultValue("NONE") Security security, @DefaultValue("") String username,
        @DefaultValue("") String password, @DefaultValue("PaaS Monitoring <monitoring@localhost>") String from,
        @DefaultValue("10s") Duration timeout) {

    public MailProperties {
        if (host.isBlank()) {
            throw new IllegalArgumentException("batch.mail.host: blank (expected: name or address of the SMTP server)");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("batch.mail.port: " + port + " (expected: 1..65535)");
        }
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("batch.mail.timeout: " + timeout + " (expected: > 0s)");
        }
        try {
            new InternetAddress(from, true);
        }
        catch (AddressException ex) {
            throw new IllegalArgumentException("batch.mail.from: " + from + " (expected: a mail address)", ex);
        }
    }

    @Override
    public String toString() {
        // the record's own would print the password
        return this.host + ":" + this.port + " " + this.security;
    }

    /** How the connection is protected. */
    public enum Security {

        /** Not at all. */
        NONE,
        /** Plain at first, then TLS or nothing. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS

    }

}
