package monitoring.localservers.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import monitoring.localservers.ServerStartException;

/** Finds what the build made of the programs. */
final class Jar {

    private Jar() {
    }

    /**
     * The root of the repository: the system property {@code repository}, or where this
     * class comes from (local-servers/target/classes or the jar in target).
     */
    static Path repository() {
        String given = System.getProperty("repository");
        if (given != null) {
            return Path.of(given);
        }
        try {
            Path code = Path.of(Jar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.getParent().getParent().getParent();
        }
        catch (URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The jar of a module, such as {@code metric-agent/bosh-metric-agent-stubs}. */
    static Path of(String module) {
        Path target = repository().resolve(module).resolve("target");
        String name = Path.of(module).getFileName() + "-";
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                return files.filter((file) -> file.getFileName().toString().startsWith(name))
                    .filter((file) -> file.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> missing(module, target));
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
        throw missing(module, target);
    }

    private static ServerStartException missing(String module, Path target) {
        return new ServerStartException(module + ": no jar in " + target + " (expected: built; script/server does it)");
    }

}
