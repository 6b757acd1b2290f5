package monitoring.localservers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the programs of the distribution, also those in the folders that only root has on
 * its path.
 */
final class Command {

    private Command() {
    }

    static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin:/usr/bin:/sbin:/bin";
        return Stream.of(path.split(File.pathSeparator))
            .filter((folder) -> !folder.isBlank())
            .map((folder) -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    }

    /** Returns the program's path, or says which package brings it. */
    static String require(String name, String packageName) {
        return find(name).map(Path::toString)
            .orElseThrow(() -> new ServerStartException(name + ": not installed (expected: the package " + packageName
                    + "; script/bootstrap installs it)"));
    }

}
