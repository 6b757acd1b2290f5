package monitoring.manifests;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The release with the real jars and the JRE that it carries: does each program take what
 * its job renders?
 */
class ReleaseIT {

    @TempDir
    static Path directory;

    private static JobTemplates templates;

    private static StagedRelease release;

    @BeforeAll
    static void stage() {
        templates = new JobTemplates();
        release = new StagedRelease(directory, templates);
    }

    @AfterAll
    static void stopRuby() {
        templates.close();
    }

    static Stream<Map.Entry<String, Map<String, Object>>> jobs() {
        Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
        Manifests.combinations().forEach((operations) -> jobsOf(Manifests.with(operations)).forEach((place, job) -> {
            Object properties = job.get("properties");
            if (jobs.values().stream().noneMatch((known) -> known.get("properties").equals(properties))) {
                jobs.put(place + " with " + operations, job);
            }
        }));
        Manifests.runtimeConfigs()
            .forEach((file) -> jobsOf(Manifests.runtimeConfig(file))
                .forEach((place, job) -> jobs.put(place + " of " + file, job)));
        return jobs.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void programAcceptsItsRenderedConfiguration(Map.Entry<String, Map<String, Object>> job) {
        String name = String.valueOf(job.getValue().get("name"));
        release.place(name, Yaml.mapIn(job.getValue(), "properties"), name);
        Bash.Result result = release.run(name, "pre-start");
        assertThat(result.exitCode()).as(job.getKey() + ": " + result.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            batch,             batch.mail.security,            SSL
            batch,             spring.datasource.url,          mariadb://10.0.0.1/monitoring
            dashboard,         dashboard.login.attempts,       0
            dashboard,         monitoring.elasticsearch.url,   10.0.0.1:9200
            metric-agent,      metric_agent.interval,          30
            syslog-relp-relay, relay.relp.port,                70000
            syslog-relp-relay, relay.journal.max_size,         1 GiB
            """)
    void programRefusesAWrongValueInOneLineThatNamesTheKey(String job, String property, String value) {
        release.place(job, with(propertiesOf(job), property, value), job);
        Bash.Result result = release.run(job, "pre-start");
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        assertThat(result.output().strip().lines().filter((line) -> line.contains("(expected: "))).as(result.output())
            .singleElement()
            .asString()
            .contains(property.replace('_', '-') + ": " + value);
        assertThat(result.output()).doesNotContain("\tat ");
    }

    @Test
    void valuesReachTheProgramAsTheyAreWritten() {
        String value = "${HOME} '\"#: {x} \\ 한글";
        release.place("syslog-relp-relay",
                with(propertiesOf("syslog-relp-relay"), "monitoring.elasticsearch.index", value), "syslog-relp-relay");
        assertThat(release.run("syslog-relp-relay", "pre-start").output())
            .contains("monitoring.elasticsearch.index: " + value + " (");
    }

    @Test
    void theTrustStoreHoldsTheGivenAuthorities() {
        Map<String, Object> pair = Yaml
            .map(GeneratedVariables.of(Map.of("variables", List.of(Map.of("name", "authority", "type", "certificate"))))
                .get("authority"));
        String twice = pair.get("ca") + "\n" + pair.get("ca");
        release.place("metric-agent", with(propertiesOf("metric-agent"), "ca_certificates", twice), "metric-agent");
        Bash.Result result = release.run("metric-agent", "pre-start");
        assertThat(result.exitCode()).as(result.output()).isZero();
        Path store = release.root().resolve("data/metric-agent/trust");
        Bash.Result list = Bash.run(directory, release.root().resolve("packages/jre/bin/keytool").toString(), "-list",
                "-keystore", store.toString(), "-storepass", "changeit");
        assertThat(list.output()).contains("ca_certificates-1,").contains("ca_certificates-2,");
        assertThat(list.output().lines().filter((line) -> line.contains("trustedCertEntry"))).hasSizeGreaterThan(50);
    }

    /** As the manifest, or the runtime config, gives them. */
    private static Map<String, Object> propertiesOf(String name) {
        return Stream
            .concat(Stream.of(Manifests.base()), Manifests.runtimeConfigs().stream().map(Manifests::runtimeConfig))
            .flatMap((manifest) -> jobsOf(manifest).values().stream())
            .filter((job) -> name.equals(job.get("name")))
            .map((job) -> Yaml.mapIn(job, "properties"))
            .findFirst()
            .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> properties, String name, Object value) {
        Map<String, Object> changed = Yaml.map(Yaml.copy(properties));
        Map<String, Object> parent = changed;
        String[] keys = name.split("\\.");
        for (int i = 0; i < keys.length - 1; i++) {
            parent = Yaml.map(parent.computeIfAbsent(keys[i], (key) -> new LinkedHashMap<>()));
        }
        parent.put(keys[keys.length - 1], value);
        return changed;
    }

    private static Map<String, Map<String, Object>> jobsOf(Map<String, Object> manifest) {
        Map<String, Map<String, Object>> jobs = new LinkedHashMap<>();
        Manifests.jobsOf(Manifests.filledIn(manifest)).forEach((place, job) -> {
            if (Manifests.RELEASE_NAME.equals(job.get("release"))) {
                jobs.put(place, job);
            }
        });
        return jobs;
    }

}
