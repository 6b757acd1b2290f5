package monitoring.manifests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What `bosh create-release` and the director leave unchecked in a job. */
class JobSpecTest {

    private static final Pattern PROPERTY_USE = Pattern.compile("\\b(?:p|if_p|value\\.)\\(((?:'[^']+'(?:, )?)+)");

    static Stream<JobSpec> jobs() {
        return Manifests.jobs().stream();
    }

    @Test
    void thereIsAJobForEachProgram() {
        assertThat(Manifests.jobs().stream().map(JobSpec::name)).containsExactly("batch", "dashboard", "metric-agent",
                "syslog-relp-relay");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void bearsTheNameOfItsDirectory(JobSpec job) {
        assertThat(job.directory().getFileName()).hasToString(job.name());
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void hasEachTemplateThatItDeclaresAndNoOther(JobSpec job) {
        assertThat(Manifests.fileNames(job.directory().resolve("templates")))
            .containsExactlyInAnyOrderElementsOf(job.templates().keySet());
        assertThat(job.templates().values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void hasItsPackages(JobSpec job) {
        assertThat(job.packages()).isNotEmpty()
            .allSatisfy((name) -> assertThat(Manifests.RELEASE.resolve("packages").resolve(name).resolve("spec"))
                .isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void describesEachProperty(JobSpec job) {
        assertThat(job.properties().values()).isNotEmpty()
            .allSatisfy((property) -> assertThat(property.description()).as(property.name()).hasSizeGreaterThan(10));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void hasADefaultOrSaysThatThereIsNone(JobSpec job) {
        assertThat(job.properties().values()).allSatisfy((property) -> {
            boolean saysSo = property.isRequired() || property.isOptional();
            assertThat(saysSo).as(property.name()).isEqualTo(property.defaultValue() == null);
        });
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void readsDeclaredPropertiesOnlyAndEachOfThem(JobSpec job) {
        Set<String> used = new TreeSet<>();
        for (String template : job.templates().keySet()) {
            String text = Manifests.text(job.directory().resolve("templates").resolve(template));
            Matcher matcher = PROPERTY_USE.matcher(text);
            while (matcher.find()) {
                for (String name : matcher.group(1).split(",\\s*")) {
                    used.add(name.replace("'", ""));
                }
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(job.properties().keySet()));
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void isWatchedByMonitUnderItsOwnName(JobSpec job) {
        String monit = Manifests.text(job.directory().resolve("monit"));
        assertThat(monit).startsWith("check process " + job.name() + "\n").contains("group vcap");
        Pattern.compile("/var/vcap/(?:jobs|sys/run/bpm|sys/run)/([^/\\s]+)/(\\S+)(?: (?:start|stop)(?: (\\S+))?\")?")
            .matcher(monit)
            .results()
            .forEach((path) -> assertThat("bpm".equals(path.group(1)) ? path.group(3) : path.group(1)).as(monit)
                .isEqualTo(job.name()));
    }

    @Test
    void eachPackageIsUsed() {
        Set<String> used = new HashSet<>();
        Manifests.jobs().forEach((job) -> used.addAll(job.packages()));
        assertThat(Manifests.directories(Manifests.RELEASE.resolve("packages"))
            .stream()
            .map((directory) -> directory.getFileName().toString())).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void eachPackagingIsAScript() {
        List<Path> packages = Manifests.directories(Manifests.RELEASE.resolve("packages"));
        assertThat(packages).isNotEmpty().allSatisfy((directory) -> {
            assertThat(Files.exists(directory.resolve("spec"))).isTrue();
            Bash.run(directory, "bash", "-n", "packaging").requireSuccess();
        });
    }

}
