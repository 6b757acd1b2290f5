package monitoring.localservers;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A module beside this one, whose build leaves the class path of a server that runs in a
 * JVM of its own.
 *
 * @param server the server's name, as in messages
 * @param name the module's folder
 */
record NodeModule(String server, String name) {

    boolean isBuilt() {
        return Files.isDirectory(target().resolve("lib")) && Files.isDirectory(target().resolve("classes"));
    }

    /**
     * What follows {@code -cp}.
     * @throws ServerStartException if the module is not built
     */
    String classPath() {
        if (!isBuilt()) {
            throw new ServerStartException("%s: no class path in %s (expected: the module %s, built; "
                .formatted(this.server, target(), this.name) + "mvn -pl local-servers -am package)");
        }
        return target().resolve("classes") + ":" + target().resolve("lib") + "/*";
    }

    /** This class comes from target/classes or from the jar in target. */
    private Path target() {
        try {
            Path code = Path.of(NodeModule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.getParent().getParent().resolve(this.name).resolve("target");
        }
        catch (URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
