package monitoring.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of 8 MiB, mounted at a folder, that can be filled. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private final Path ballast;

    SmallDisk(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
        Command.run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString());
    }

    /** Leaves so many bytes free. */
    void fill(int free) throws IOException {
        Files.write(this.ballast, new byte[(int) this.folder.toFile().getUsableSpace() - free]);
    }

    void free() throws IOException {
        Files.delete(this.ballast);
    }

    /** The relay may still have it open; it goes when nobody has. */
    @Override
    public void close() throws IOException, InterruptedException {
        Command.run("umount", "--lazy", this.folder.toString());
    }

}
