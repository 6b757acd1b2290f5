package monitoring.foundation.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A few words in a file that is replaced as a whole, so that it is never half written.
 */
public final class StateFile {

    private final Path file;

    private final Properties words = new Properties();

    /**
     * Reads what was kept.
     * @throws UncheckedIOException if the folder cannot be made or the file not be read
     */
    public StateFile(StateProperties properties) {
        this.file = properties.folder().resolve("foundation.properties");
        try {
            Files.createDirectories(properties.folder());
            if (Files.exists(this.file)) {
                try (Reader reader = Files.newBufferedReader(this.file)) {
                    this.words.load(reader);
                }
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(
                    "foundation.state.folder: " + properties.folder() + " (expected: a folder to write to)", ex);
        }
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(this.words.getProperty(key));
    }

    /** What was kept, or else what is kept from now on. */
    public synchronized String get(String key, Supplier<String> first) {
        String kept = this.words.getProperty(key);
        if (kept == null) {
            kept = first.get();
            put(key, kept);
        }
        return kept;
    }

    public synchronized void put(String key, String value) {
        this.words.setProperty(key, value);
        try {
            Path next = this.file.resolveSibling(this.file.getFileName() + ".next");
            try (Writer writer = Files.newBufferedWriter(next)) {
                for (var entry : new TreeMap<>(this.words).entrySet()) {
                    writer.write(entry.getKey() + "=" + entry.getValue().toString().replace("\\", "\\\\") + "\n");
                }
            }
            Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
