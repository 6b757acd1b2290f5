package monitoring.manifests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Every template of every job, rendered with the manifest's properties. */
class JobTemplatesTest {

    private static final Set<String> BPM_PROCESS_KEYS = Set.of("name", "executable", "args", "env", "workdir", "hooks",
            "capabilities", "limits", "ephemeral_disk", "persistent_disk", "additional_volumes", "unsafe",
            "shutdown_signal");

    private static final Set<String> BPM_LIMIT_KEYS = Set.of("memory", "open_files", "processes", "core_file_size");

    private static JobTemplates templates;

    @TempDir
    Path directory;

    @BeforeAll
    static void startRuby() {
        templates = new JobTemplates();
    }

    @AfterAll
    static void stopRuby() {
        templates.close();
    }

    static Stream<List<String>> combinations() {
        return Manifests.combinations();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void renderToYamlAndScriptsThatParse(List<String> operations) throws IOException {
        for (Map.Entry<String, Map<String, String>> job : rendered(Manifests.with(operations)).entrySet()) {
            for (Map.Entry<String, String> file : job.getValue().entrySet()) {
                String name = job.getKey() + "/" + file.getKey();
                assertThat(file.getValue()).as(name).doesNotContain("<%");
                assertThat(Variables.usedIn(file.getValue())).as(name).isEmpty();
                if (file.getKey().endsWith(".yml")) {
                    assertThat(Yaml.parse(file.getValue())).as(name).isInstanceOf(Map.class);
                }
                else if (file.getKey().startsWith("bin/")) {
                    assertThat(file.getValue()).as(name).startsWith("#!/bin/bash\n");
                    Path script = Files.writeString(this.directory.resolve("script"), file.getValue());
                    Bash.run(this.directory, "bash", "-n", script.toString()).requireSuccess();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void giveBpmNothingThatItDoesNotKnow(List<String> operations) {
        rendered(Manifests.with(operations)).forEach((job, files) -> {
            if (!files.containsKey("config/bpm.yml")) {
                return;
            }
            Map<String, Object> bpm = Yaml.map(Yaml.parse(files.get("config/bpm.yml")));
            assertThat(bpm).as(job).containsOnlyKeys("processes");
            for (Object process : Yaml.list(bpm.get("processes"))) {
                assertThat(BPM_PROCESS_KEYS).as(job).containsAll(Yaml.map(process).keySet());
                assertThat(BPM_LIMIT_KEYS).as(job).containsAll(Yaml.mapIn(Yaml.map(process), "limits").keySet());
                assertThat(Yaml.listIn(Yaml.map(process), "args")).as(job).allMatch(String.class::isInstance);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void keepSecretsOutOfWhatEverybodyOnTheMachineSees(List<String> operations) {
        Map<String, Object> manifest = Manifests.with(operations);
        Set<String> secrets = Secrets.in(Manifests.filledIn(manifest));
        rendered(manifest).forEach((job, files) -> files.forEach((file, content) -> {
            if (file.startsWith("bin/") || "config/bpm.yml".equals(file)) {
                secrets.forEach((secret) -> assertThat(content).as(job + "/" + file).doesNotContain(secret));
            }
        }));
    }

    @Test
    void runsOnlyJarsOfItsPackages() {
        rendered(Manifests.base()).forEach((job, files) -> files.forEach((file, content) -> {
            List<String> packages = Manifests.job(job.substring(job.indexOf('/') + 1)).packages();
            java.util.regex.Pattern.compile("/var/vcap/packages/([^/\"\\s]+)")
                .matcher(content)
                .results()
                .forEach((use) -> assertThat(packages).as(job + "/" + file).contains(use.group(1)));
        }));
    }

    @Test
    void anAbsentRequiredPropertyIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> templates.render(Manifests.job("batch"), Map.of(), JobTemplates.instance("monitoring", "batch")))
            .withMessageContaining("Can't find property '");
    }

    /** Place in the manifest to the job's files. */
    private static Map<String, Map<String, String>> rendered(Map<String, Object> manifest) {
        Map<String, Map<String, String>> rendered = new LinkedHashMap<>();
        Manifests.jobsOf(Manifests.filledIn(manifest)).forEach((place, job) -> {
            if (Manifests.RELEASE_NAME.equals(job.get("release"))) {
                String group = place.substring(0, place.indexOf('/'));
                rendered.put(place, templates.render(Manifests.job(String.valueOf(job.get("name"))),
                        Yaml.mapIn(job, "properties"), JobTemplates.instance("monitoring", group)));
            }
        });
        return rendered;
    }

}
