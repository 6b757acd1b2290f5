package monitoring.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the release, the manifest and their operations lie, and how they are put
 * together.
 */
final class Manifests {

    static final Path DIRECTORY = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();

    static final Path RELEASE = DIRECTORY.resolve("release");

    static final String RELEASE_NAME = "paas-monitoring";

    private static final Pattern DEPLOY_COMMAND = Pattern.compile("bosh -d \\S+ deploy (?:[^\\n]*\\\\\\n)*[^\\n]*");

    private static final Pattern OPERATIONS_OPTION = Pattern.compile("-o \\S*operations/(\\S+)");

    private Manifests() {
    }

    static Map<String, Object> base() {
        return Yaml.map(Yaml.read(DIRECTORY.resolve("monitoring.yml")));
    }

    static Map<String, Object> with(List<String> operations) {
        Object manifest = base();
        for (String file : operations) {
            manifest = OpsFile.read(DIRECTORY.resolve("operations").resolve(file)).applyTo(manifest);
        }
        return Yaml.map(manifest);
    }

    static List<String> operations() {
        return fileNames(DIRECTORY.resolve("operations"));
    }

    static List<String> runtimeConfigs() {
        return fileNames(DIRECTORY.resolve("runtime-configs"));
    }

    static Map<String, Object> runtimeConfig(String file) {
        return Yaml.map(Yaml.read(DIRECTORY.resolve("runtime-configs").resolve(file)));
    }

    /**
     * The manifest alone, with each operations file, and as the README's commands combine
     * them.
     */
    static Stream<List<String>> combinations() {
        List<List<String>> combinations = new ArrayList<>();
        combinations.add(List.of());
        operations().forEach((file) -> combinations.add(List.of(file)));
        Matcher command = DEPLOY_COMMAND.matcher(text(DIRECTORY.resolve("README.md")));
        while (command.find()) {
            List<String> files = new ArrayList<>();
            OPERATIONS_OPTION.matcher(command.group()).results().forEach((option) -> files.add(option.group(1)));
            combinations.add(files);
        }
        return combinations.stream().distinct();
    }

    static Map<String, Object> exampleVariables() {
        return Yaml.map(Yaml.read(DIRECTORY.resolve("vars.example.yml")));
    }

    /**
     * The manifest as the director would see it: example values, and a value for each
     * generated variable.
     */
    static Map<String, Object> filledIn(Map<String, Object> manifest) {
        Map<String, Object> values = new LinkedHashMap<>(exampleVariables());
        values.putAll(GeneratedVariables.of(manifest));
        return Yaml.map(Variables.fillIn(manifest, values));
    }

    static List<JobSpec> jobs() {
        return directories(RELEASE.resolve("jobs")).stream().map(JobSpec::read).toList();
    }

    static JobSpec job(String name) {
        return JobSpec.read(RELEASE.resolve("jobs").resolve(name));
    }

    /**
     * Jobs of all instance groups and addons of a manifest or runtime config, with their
     * place.
     */
    static Map<String, Map<String, Object>> jobsOf(Map<String, Object> manifest) {
        Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
        for (String section : List.of("instance_groups", "addons")) {
            for (Object group : Yaml.listIn(manifest, section)) {
                for (Object job : Yaml.listIn(Yaml.map(group), "jobs")) {
                    jobs.put(Yaml.map(group).get("name") + "/" + Yaml.map(job).get("name"), Yaml.map(job));
                }
            }
        }
        return jobs;
    }

    static List<Path> directories(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static List<String> fileNames(Path directory) {
        String[] names = directory.toFile().list();
        if (names == null) {
            throw new IllegalStateException(directory + " is no directory");
        }
        return Arrays.stream(names).sorted().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
