package monitoring.localservers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import monitoring.localservers.ServerStartException;
import org.jspecify.annotations.Nullable;

/** The folder that one platform keeps everything in; only one platform at a time. */
final class DataFolder {

    private static final long LOG_LIMIT_BYTES = 10 * 1024 * 1024;

    /**
     * Locks of this JVM, held until it ends; one that nobody refers to would be freed by
     * the collector.
     */
    private static final List<FileLock> held = new CopyOnWriteArrayList<>();

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            @Nullable FileLock lock = file.tryLock();
            if (lock == null) {
                throw new ServerStartException(
                        "--data: " + folder + " is in use by another script/server (expected: one at a time)");
            }
            held.add(lock);
            return new DataFolder(folder);
        }
        catch (IOException ex) {
            throw new ServerStartException("--data: " + folder + " cannot be written to: " + ex.getMessage(), ex);
        }
    }

    Path resolve(String name) {
        return this.folder.resolve(name);
    }

    /** The log of a part; the one of before is kept beside it when it has grown large. */
    Path log(String part) {
        Path log = this.folder.resolve("logs").resolve(part + ".log");
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
                Files.move(log, log.resolveSibling(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return log;
    }

    /** The file that says where everything is. */
    Path endpoints() {
        return this.folder.resolve("endpoints.properties");
    }

    String databaseUrl() {
        return "jdbc:h2:file:" + this.folder.resolve("database/monitoring") + ";AUTO_SERVER=TRUE;QUERY_CACHE_SIZE=64";
    }

    @Override
    public String toString() {
        return this.folder.toString();
    }

}
