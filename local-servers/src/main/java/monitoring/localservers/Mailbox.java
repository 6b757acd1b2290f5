package monitoring.localservers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The newest mails of an inbox, each a file, so that a restart finds them. */
final class Mailbox {

    private static final int CAPACITY = 1_000;

    private static final String SUFFIX = ".eml";

    private final Path folder;

    private final Deque<Mail> newestFirst = new ArrayDeque<>();

    private long lastId;

    Mailbox(Path folder) {
        this.folder = folder;
        try (Stream<Path> files = Files.list(Files.createDirectories(folder))) {
            files.filter((file) -> file.getFileName().toString().endsWith(SUFFIX)).sorted().forEach(this::load);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            this.lastId = Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
            this.newestFirst.addFirst(Mail.of(this.lastId, message));
        }
        catch (IOException | MessagingException ex) {
            throw new IllegalStateException(file + ": not a mail", ex);
        }
    }

    synchronized void add(MimeMessage message) throws MessagingException {
        long id = this.lastId + 1;
        Mail mail = Mail.of(id, message);
        try (OutputStream out = Files.newOutputStream(file(id))) {
            message.writeTo(out);
            if (this.newestFirst.size() >= CAPACITY) {
                Files.deleteIfExists(file(this.newestFirst.removeLast().id()));
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.lastId = id;
        this.newestFirst.addFirst(mail);
    }

    synchronized List<Mail> newestFirst() {
        return List.copyOf(this.newestFirst);
    }

    synchronized void clear() {
        try {
            for (Mail mail : this.newestFirst) {
                Files.deleteIfExists(file(mail.id()));
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        this.newestFirst.clear();
    }

    private Path file(long id) {
        return this.folder.resolve("%012d%s".formatted(id, SUFFIX));
    }

}
