package monitoring.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The release as it comes to lie on a VM, under a folder of its own instead of
 * {@code /var/vcap}: staged by the release's script, compiled by the packages' scripts,
 * configured by the rendered templates.
 */
final class StagedRelease {

    /** The VM has a user vcap and the scripts run as root; here neither may be so. */
    private static final Map<String, String> DOUBLES = Map.of("setpriv", """
            #!/bin/bash
            while [[ "$1" == --* ]]; do shift; done
            exec "$@"
            """, "install", """
            #!/bin/bash
            arguments=()
            for argument in "$@"; do
              [[ "${argument}" == --owner=* || "${argument}" == --group=* ]] || arguments+=("${argument}")
            done
            exec /usr/bin/install "${arguments[@]}"
            """);

    private final Path root;

    private final Path staged;

    private final JobTemplates templates;

    StagedRelease(Path directory, JobTemplates templates) {
        this.root = directory.resolve("vcap");
        this.staged = directory.resolve("src");
        this.templates = templates;
        Bash.run(directory, script().toString(), this.staged.toString()).requireSuccess();
        Manifests.directories(Manifests.RELEASE.resolve("packages")).forEach(this::compile);
        DOUBLES.forEach((name, content) -> writeScript(directory.resolve("doubles").resolve(name), content));
    }

    static Path script() {
        return Manifests.RELEASE.resolve("scripts/stage");
    }

    /** Does what the CLI does on `create-release`, and the director when it compiles. */
    private void compile(Path directory) {
        String name = directory.getFileName().toString();
        Path target = this.root.resolve("packages").resolve(name);
        Path work = this.staged.resolveSibling("compile").resolve(name);
        try {
            Files.createDirectories(target);
            for (Object pattern : Yaml.list(Yaml.map(Yaml.read(directory.resolve("spec"))).get("files"))) {
                copyMatches(String.valueOf(pattern), work);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        Bash.run(work, Map.of("BOSH_INSTALL_TARGET", target.toString()), "bash",
                directory.resolve("packaging").toString())
            .requireSuccess();
    }

    private void copyMatches(String pattern, Path work) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.walk(this.staged)) {
            List<Path> matches = files.map(this.staged::relativize).filter(matcher::matches).toList();
            if (matches.isEmpty()) {
                throw new IllegalStateException("Missing files for pattern '" + pattern + "'");
            }
            for (Path file : matches) {
                Files.createDirectories(work.resolve(file).getParent());
                Files.copy(this.staged.resolve(file), work.resolve(file));
            }
        }
    }

    /** Renders a job of a filled-in manifest to its place. */
    Map<String, String> place(String job, Map<String, Object> properties, String instanceGroup) {
        Map<String, String> rendered = this.templates.render(Manifests.job(job), properties,
                JobTemplates.instance("monitoring", instanceGroup));
        rendered.replaceAll((file, content) -> content.replace("/var/vcap", this.root.toString()));
        rendered.forEach((file, content) -> writeScript(this.root.resolve("jobs").resolve(job).resolve(file), content));
        return rendered;
    }

    /** Runs one of a job's scripts, such as {@code pre-start}. */
    Bash.Result run(String job, String script) {
        return Bash.run(this.root, Map.of("PATH", this.root.resolveSibling("doubles") + ":" + System.getenv("PATH")),
                this.root.resolve("jobs").resolve(job).resolve("bin").resolve(script).toString());
    }

    Path root() {
        return this.root;
    }

    private static void writeScript(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException(file + " cannot be made executable");
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
