package monitoring.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The deployment manifest, alone and with its operations files. */
class ManifestsTest {

    static Stream<List<String>> combinations() {
        return Manifests.combinations();
    }

    static Stream<String> operations() {
        return Manifests.operations().stream();
    }

    static Stream<Path> yamlFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Manifests.DIRECTORY)) {
            return files.filter((file) -> file.toString().endsWith(".yml"))
                .filter((file) -> !file.startsWith(Manifests.DIRECTORY.resolve("target")))
                .toList()
                .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void parses(Path file) {
        assertThat(Yaml.read(file)).isNotNull();
    }

    @Test
    void readsCombinationsFromTheReadme() {
        assertThat(Manifests.combinations().filter((files) -> files.size() > 1)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationsSayInTheirFirstLineWhatTheyAreFor(String file) {
        assertThat(Manifests.text(Manifests.DIRECTORY.resolve("operations").resolve(file))).startsWith("# ");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationsChangeTheManifest(String file) {
        assertThat(Manifests.with(List.of(file))).isNotEqualTo(Manifests.base());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationsAreDescribedInTheReadme(String file) {
        assertThat(Manifests.text(Manifests.DIRECTORY.resolve("README.md"))).contains("`" + file + "`");
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void leavesNoVariableOpen(List<String> operations) {
        assertThat(Variables.usedIn(Manifests.filledIn(Manifests.with(operations)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void usesEachVariableThatIsGenerated(List<String> operations) {
        Map<String, Object> manifest = Manifests.with(operations);
        assertThat(Variables.usedIn(manifest)).containsAll(GeneratedVariables.of(manifest).keySet());
    }

    @Test
    void usesEachExampleVariable() {
        Set<String> used = new HashSet<>();
        Manifests.combinations().map(Manifests::with).map(Variables::usedIn).forEach(used::addAll);
        Manifests.runtimeConfigs().forEach((file) -> used.addAll(Variables.usedIn(Manifests.runtimeConfig(file))));
        assertThat(used).containsAll(Manifests.exampleVariables().keySet());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void namesEachReleaseOnceAndUsesIt(List<String> operations) {
        Map<String, Object> manifest = Manifests.with(operations);
        List<Object> named = Yaml.listIn(manifest, "releases").stream().map((r) -> Yaml.map(r).get("name")).toList();
        Set<Object> used = new HashSet<>();
        Manifests.jobsOf(manifest).values().forEach((job) -> used.add(job.get("release")));
        assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void setsDeclaredPropertiesOnly(List<String> operations) {
        assertThat(undeclaredProperties(Manifests.with(operations))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void givesEachRequiredProperty(List<String> operations) {
        Set<String> missing = new TreeSet<>();
        Manifests.jobsOf(Manifests.filledIn(Manifests.with(operations))).forEach((place, job) -> {
            if (Manifests.RELEASE_NAME.equals(job.get("release"))) {
                Map<String, Object> properties = Yaml.mapIn(job, "properties");
                Manifests.job(String.valueOf(job.get("name")))
                    .properties()
                    .values()
                    .stream()
                    .filter(JobSpec.Property::isRequired)
                    .filter((property) -> JobSpec.find(properties, property.name()) == null)
                    .forEach((property) -> missing.add(place + ": " + property.name()));
            }
        });
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void hasAStaticAddressForEachInstanceOrNone(List<String> operations) {
        for (Object group : Yaml.listIn(Manifests.filledIn(Manifests.with(operations)), "instance_groups")) {
            Map<String, Object> network = Yaml.map(Yaml.listIn(Yaml.map(group), "networks").get(0));
            if (network.containsKey("static_ips")) {
                assertThat(Yaml.listIn(network, "static_ips")).as(String.valueOf(Yaml.map(group).get("name")))
                    .hasSize((Integer) Yaml.map(group).get("instances"));
            }
        }
    }

    /** The director drops them without a word. */
    static Set<String> undeclaredProperties(Map<String, Object> manifest) {
        Set<String> undeclared = new TreeSet<>();
        Manifests.jobsOf(manifest).forEach((place, job) -> {
            if (Manifests.RELEASE_NAME.equals(job.get("release"))) {
                Set<String> declared = Manifests.job(String.valueOf(job.get("name"))).properties().keySet();
                Yaml.eachLeaf("", Yaml.mapIn(job, "properties"), (path, value) -> {
                    if (declared.stream().noneMatch((name) -> path.equals(name) || path.startsWith(name + "."))) {
                        undeclared.add(place + ": " + path);
                    }
                });
            }
        });
        return undeclared;
    }

}
