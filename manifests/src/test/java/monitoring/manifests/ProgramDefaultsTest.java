package monitoring.manifests;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job's properties are its program's keys, with the same defaults: nothing is promised
 * that the program lacks.
 */
class ProgramDefaultsTest {

    /** Of the job itself: the JVM, and the scripts around the program. */
    private static final Set<String> OF_THE_JOB = Set.of("ca_certificates", "jvm.heap", "jvm.options", "start_timeout",
            "drain_timeout");

    /** Keys that no operator sets, with what stands for them. */
    private static final Map<String, String> OF_THE_PROGRAM_ALONE = Map.ofEntries(
            Map.entry("monitoring.elasticsearch.old-logs.index",
                    "old logs are looked at in the dashboard, whose property it is"),
            Map.entry("monitoring.influx.certificate-authority", "ca_certificates"),
            Map.entry("monitoring.elasticsearch.ca", "ca_certificates"),
            Map.entry("batch.bosh.ca-certificate", "ca_certificates"),
            Map.entry("batch.cf.ca-certificate", "ca_certificates"),
            Map.entry("dashboard.uaa.ca-certificate", "ca_certificates"),
            Map.entry("relay.journal.directory", "the persistent disk"),
            Map.entry("metric-agent.bosh-spec", "the template knows the instance"),
            Map.entry("metric-agent.identity.", "the template knows the instance"),
            Map.entry("management.", "what the scripts and the dashboard rely on"),
            Map.entry("logging.", "bpm's log files"), Map.entry("spring.", "how the program is put together"),
            Map.entry("springdoc.", "how the program is put together"),
            Map.entry("server.", "how the program is put together"));

    static Stream<Program> programs() {
        return Stream.of(new Program("batch", "storage", "autoscale-client", "batch"),
                new Program("dashboard", "storage", "dashboard"), new Program("metric-agent", "metric-agent"),
                new Program("syslog-relp-relay", "storage", "syslog-relp-relay"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void areTheSpecsDefaults(Program program) {
        Map<String, String> inSpec = new TreeMap<>();
        Map<String, String> inProgram = new TreeMap<>();
        Map<String, @Nullable String> keys = program.keys();
        program.properties().filter((property) -> property.defaultValue() != null).forEach((property) -> {
            inSpec.put(property.name(), ProgramKeys.text(property.defaultValue()));
            inProgram.put(property.name(), String.valueOf(keys.get(program.key(property))));
        });
        assertThat(inSpec).isEqualTo(inProgram);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void arePropertiesUnlessTheyAreTheProgramsOwn(Program program) {
        Set<String> properties = program.properties().map(program::key).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(program.keys().keySet());
        missing.removeAll(properties);
        missing.removeIf((key) -> OF_THE_PROGRAM_ALONE.keySet()
            .stream()
            .anyMatch((own) -> own.endsWith(".") ? key.startsWith(own) : key.equals(own)));
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void haveEachKeyThatThereIsAPropertyFor(Program program) {
        assertThat(program.properties().map(program::key)).isSubsetOf(program.keys().keySet());
    }

    /** A job, and the modules in which its program's keys stand. */
    record Program(String job, List<String> modules) {

        Program(String job, String... modules) {
            this(job, List.of(modules));
        }

        Map<String, @Nullable String> keys() {
            Map<String, @Nullable String> keys = ProgramKeys.of(this.modules);
            switch (this.job) {
                // storage knows all stores, these programs not all of them
                case "syslog-relp-relay" -> keys.keySet()
                    .removeIf((key) -> key.startsWith("monitoring.influx.") || key.startsWith("monitoring.sql."));
                // stands in the agent's file as a comment, because what it overrides is
                // found
                case "metric-agent" -> keys.put("metric-agent.identity.origin", null);
                default -> {
                }
            }
            return keys;
        }

        Stream<JobSpec.Property> properties() {
            return Manifests.job(this.job)
                .properties()
                .values()
                .stream()
                .filter((property) -> !OF_THE_JOB.contains(property.name()));
        }

        String key(JobSpec.Property property) {
            return property.name().replace('_', '-');
        }

        @Override
        public String toString() {
            return this.job;
        }

    }

}
