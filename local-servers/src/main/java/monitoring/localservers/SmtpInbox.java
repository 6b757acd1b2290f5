package monitoring.localservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An SMTP server on loopback that takes every mail for everybody, and a page and JSON to
 * read them. It can be told to fail in the ways mail servers fail.
 */
public final class SmtpInbox implements AutoCloseable {

    private static final long START_LIMIT_MILLIS = 10_000;

    private final Mailbox mailbox;

    private final SmtpScript script = new SmtpScript();

    private final InboxSmtpServer smtp;

    private final InboxPages pages;

    private final int httpPort;

    private SmtpInbox(Path folder, int smtpPort, int httpPort) throws IOException {
        this.mailbox = new Mailbox(folder);
        this.smtp = new InboxSmtpServer(smtpPort, this.mailbox, this.script);
        this.pages = new InboxPages(httpPort, this.mailbox);
        this.httpPort = httpPort;
    }

    /**
     * Starts an inbox that keeps its mails in the folder; a port of 0 means a free one.
     */
    public static SmtpInbox start(Path folder, int smtpPort, int httpPort) {
        int smtp = FreePort.require("SMTP inbox", smtpPort);
        int http = FreePort.require("SMTP inbox", httpPort);
        try {
            SmtpInbox inbox = new SmtpInbox(folder, smtp, http);
            inbox.smtp.startService();
            if (!inbox.smtp.waitTillRunning(START_LIMIT_MILLIS)) {
                inbox.close();
                throw new ServerStartException("SMTP inbox: nothing listens on 127.0.0.1:" + smtp);
            }
            return inbox;
        }
        catch (IOException ex) {
            throw new ServerStartException("SMTP inbox: its page cannot listen on 127.0.0.1:" + http, ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("SMTP inbox: interrupted at its start", ex);
        }
    }

    /** The port that takes mails. */
    public int port() {
        return this.smtp.getServerSetup().getPort();
    }

    /** Where the mails can be read; {@code /messages} below it answers JSON. */
    public String url() {
        return "http://127.0.0.1:" + this.httpPort;
    }

    public List<Mail> newestFirst() {
        return this.mailbox.newestFirst();
    }

    /** Forgets all mails and everything it was told about failing. */
    public void clear() {
        this.mailbox.clear();
        this.script.clear();
    }

    /**
     * Answers the next mails with the reply, such as {@code 451 4.3.0 try later}, and
     * does not keep them.
     */
    public void refuseNext(int mails, String reply) {
        this.script.next(mails, reply);
    }

    /**
     * Refuses one address, such as with {@code 550 5.1.1 no such user}, until
     * {@link #clear()}.
     */
    public void refuseRecipient(String address, String reply) {
        this.script.refuseRecipient(address, reply);
    }

    /** Keeps the next mails and closes the connection instead of saying so. */
    public void keepNextWithoutReply(int mails) {
        this.script.next(mails, SmtpScript.DROP);
    }

    @Override
    public void close() {
        this.pages.close();
        this.smtp.stopService();
    }

    @Override
    public String toString() {
        return "SMTP inbox at 127.0.0.1:" + port() + ", readable at " + url();
    }

}
