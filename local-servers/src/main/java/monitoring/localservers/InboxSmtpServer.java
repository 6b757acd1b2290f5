package monitoring.localservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's SMTP server that keeps each mail once, whatever the number of its
 * recipients, and fails as it is told.
 */
final class InboxSmtpServer extends SmtpServer {

    private final SmtpCommandRegistry commands = new SmtpCommandRegistry();

    private final Mailbox mailbox;

    private final SmtpScript script;

    InboxSmtpServer(int port, Mailbox mailbox, SmtpScript script) {
        super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Managers());
        this.mailbox = mailbox;
        this.script = script;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
        return new SmtpHandler(this.commands, new Delivery(socket), socket);
    }

    /** What one connection delivers. */
    private final class Delivery extends SmtpManager {

        private final Socket socket;

        Delivery(Socket socket) {
            super(InboxSmtpServer.this.managers.getImapHostManager(), InboxSmtpServer.this.managers.getUserManager());
            this.socket = socket;
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            return InboxSmtpServer.this.script.replyTo(recipient.getEmail());
        }

        @Override
        public @Nullable String checkData(SmtpState state) {
            return InboxSmtpServer.this.script.replyToMail();
        }

        @Override
        public synchronized void send(SmtpState state) {
            try {
                InboxSmtpServer.this.mailbox.add(state.getMessage().getMessage());
                if (InboxSmtpServer.this.script.dropsNext()) {
                    this.socket.close();
                }
            }
            catch (MessagingException ex) {
                throw new IllegalStateException("The mail cannot be read", ex);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

    }

}
