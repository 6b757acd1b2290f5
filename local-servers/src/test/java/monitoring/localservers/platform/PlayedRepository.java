package monitoring.localservers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A repository as the build leaves it, with the real servers and with played programs.
 */
final class PlayedRepository {

    private static final List<String> MODULES = List.of("dashboard", "batch", "syslog-relp-relay", "metric-agent",
            "metric-agent/bosh-metric-agent-stubs");

    private final Path root;

    private PlayedRepository(Path root) {
        this.root = root;
    }

    static PlayedRepository make(Path root) throws IOException {
        for (String module : MODULES) {
            Path target = Files.createDirectories(root.resolve(module).resolve("target"));
            writeJar(target.resolve(Path.of(module).getFileName() + "-0.jar"));
        }
        for (String name : List.of("dashboard", "syslog-relp-relay")) {
            Path job = Files.createDirectories(root.resolve("manifests/release/jobs").resolve(name));
            Files.writeString(job.resolve("spec"), """
                    properties:
                      jvm.heap:
                        default: 32m
                      jvm.options:
                        default: [-XX:+UseSerialGC]
                    """);
        }
        return new PlayedRepository(root);
    }

    private static void writeJar(Path jar) throws IOException {
        String file = PlayedProgram.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, PlayedProgram.class.getName());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream code = Objects
                    .requireNonNull(PlayedProgram.class.getClassLoader().getResourceAsStream(file))) {
            entries.putNextEntry(new JarEntry(file));
            code.transferTo(entries);
        }
    }

    /** The command that script/server ends in. */
    List<String> platform(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-Dslf4j.internal.verbosity=ERROR", "-Drepository=" + this.root, "-cp",
                        System.getProperty("java.class.path"), Platform.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

}
