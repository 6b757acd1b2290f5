package monitoring.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout is. */
final class Repository {

    private Repository() {
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("script/server"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("script/server: not found above " + Path.of("").toAbsolutePath()
                    + " (expected: the tests run within the checkout)");
        }
        return folder;
    }

}
