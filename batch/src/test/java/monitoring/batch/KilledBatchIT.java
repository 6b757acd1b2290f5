package monitoring.batch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import monitoring.localservers.Child;
import monitoring.localservers.Database;
import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.Mail;
import monitoring.localservers.MariaDbExtension;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances on one database, one of them killed again and again while alarms are
 * raised and mails are sent: every alarm is told once for each reason, none is lost.
 * {@code -Dkills} says how often; the default is few, for every day. {@code -Dseed} says
 * when.
 */
class KilledBatchIT {

    private static final int KILLS = Integer.getInteger("kills", 4);

    /** The moments of the kills follow from it, as far as the machine plays along. */
    private static final long SEED = Long.getLong("seed", 20261121);

    private static final int MACHINES = 4;

    private static final Pattern LISTED = Pattern.compile("(wave\\d+m\\d+)/0");

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @RegisterExtension
    static final MariaDbExtension mariadb = new MariaDbExtension();

    @TempDir
    private Path folder;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    private final Random random = new Random(SEED);

    private final HttpClient http = HttpClient.newHttpClient();

    private final int[] ports = { FreePort.find(), FreePort.find() };

    private Database database;

    @Test
    void tellsEachAlarmOnceHoweverOftenItIsKilled() throws Exception {
        this.database = mariadb.newDatabase();
        Child[] instances = new Child[2];
        try (BatchProgram desk = desk()) {
            prepare(desk);
            for (int number = 0; number < 2; number++) {
                instances[number] = launch(number, 0);
            }
            for (int number = 0; number < 2; number++) {
                awaitUp(number);
            }
            for (int wave = 0; wave < KILLS; wave++) {
                breach(desk, wave);
                int victim = wave % 2;
                LockSupport.parkNanos(Duration.ofMillis(this.random.nextInt(3000)).toNanos());
                instances[victim].stop(Duration.ZERO);
                instances[victim] = launch(victim, wave + 1);
                awaitUp(victim);
            }
            awaitTold(KILLS * MACHINES, "is critical");
            policy(desk, new Threshold(98, 99));
            awaitTold(KILLS * MACHINES, "[Recovered]");
            assertToldOnce();
        }
        finally {
            for (Child instance : instances) {
                if (instance != null) {
                    instance.close();
                }
            }
        }
    }

    /**
     * Each machine is in exactly one message for each reason; a message sent twice has
     * one id.
     */
    private static void assertToldOnce() {
        Map<String, Set<String>> messages = new TreeMap<>();
        Map<String, Integer> told = new TreeMap<>();
        List<Mail> all = mails.inbox().newestFirst();
        for (Mail mail : all) {
            String reason = String.valueOf(mail.subject()).startsWith("[Recovered]") ? "RECOVERED" : "RAISED";
            listed(mail).forEach((machine) -> {
                Set<String> ids = messages.computeIfAbsent(reason + " " + machine, (key) -> new HashSet<>());
                if (ids.add(mail.messageId())) {
                    told.merge(reason, 1, Integer::sum);
                }
            });
        }
        long copies = all.size() - all.stream().map(Mail::messageId).distinct().count();
        LoggerFactory.getLogger(KilledBatchIT.class)
            .info("{} kills (seed {}), {} alarms, told by Message-ID: {}; {} mails, of them {} sent again under the "
                    + "same Message-ID", KILLS, SEED, KILLS * MACHINES, told, all.size(), copies);
        assertThat(messages).allSatisfy((machine, ids) -> assertThat(ids).hasSize(1));
        assertThat(told)
            .containsExactlyInAnyOrderEntriesOf(Map.of("RAISED", KILLS * MACHINES, "RECOVERED", KILLS * MACHINES));
    }

    private static Set<String> listed(Mail mail) {
        Set<String> machines = new HashSet<>();
        String table = String.valueOf(mail.text()).lines().filter((line) -> line.startsWith("- ")).toList().toString();
        Matcher matcher = LISTED.matcher(table);
        while (matcher.find()) {
            machines.add(matcher.group(1));
        }
        return machines;
    }

    private static void awaitTold(int machines, String subject) {
        Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            Set<String> told = new HashSet<>();
            mails.inbox()
                .newestFirst()
                .stream()
                .filter((mail) -> String.valueOf(mail.subject()).contains(subject))
                .forEach((mail) -> told.addAll(listed(mail)));
            assertThat(told).hasSize(machines);
        });
    }

    private void breach(BatchProgram desk, int wave) {
        Instant time = Instant.now().minusSeconds(1);
        List<Sample> samples = new ArrayList<>();
        IntStream.range(0, MACHINES).forEach((number) -> {
            String name = "wave" + wave + "m" + number;
            Map.of("cpuStats.core.0", 97.0, "memoryStats.TotalMemory", 4e9, "memoryStats.AvailableMemory", 3e9)
                .forEach((metric,
                        value) -> samples.add(Sample.of(Measurement.VM,
                                Map.of(Tags.ORIGIN, name, Tags.ID, name, Tags.IP, "10.1." + wave + "." + number,
                                        Tags.INDEX, "0", Tags.DEPLOYMENT, "cf", Tags.METRIC_NAME, metric),
                                value, time)));
        });
        desk.bean(MetricStore.class).write(samples);
    }

    private BatchProgram desk() {
        List<String> keys = new ArrayList<>(keys());
        keys.addAll(List.of("batch.scheduled=false", "spring.datasource.username=" + this.database.username(),
                "spring.datasource.password=" + this.database.password()));
        return BatchProgram.start(this.database.url(), List.of(), keys.toArray(String[]::new));
    }

    private static void prepare(BatchProgram desk) {
        desk.bean(MetricStore.class).prepare();
        NotificationStore notifications = desk.bean(NotificationStore.class);
        notifications.receivers().forEach((seed) -> notifications.deleteReceiver(seed.id()));
        notifications.save(new Receiver("", "ops", Receiver.Channel.MAIL, "ops@example.org", "",
                new Receiver.Scope(Origin.VM, "", "", Severity.CRITICAL, 0),
                new Receiver.Style(Locale.ENGLISH, Receiver.Style.DEFAULT.zone(), 0), true), "test");
        policy(desk, new Threshold(80, 90));
    }

    private static void policy(BatchProgram desk, Threshold threshold) {
        PolicyStore policies = desk.bean(PolicyStore.class);
        policies.alarmPolicies()
            .valid()
            .stream()
            .filter((policy) -> policy.origin() == Origin.VM && policy.resource() == Resource.CPU)
            .forEach((policy) -> policies.save(new AlarmPolicy(policy.id(), policy.origin(), policy.resource(), "",
                    threshold, new AlarmPolicy.Timing(Duration.ofHours(1), Duration.ofDays(1)),
                    new AlarmPolicy.Damping(0, 1, 1), ""), "test"));
    }

    private List<String> keys() {
        return List.of("monitoring.influx.url=" + influx.url(), "monitoring.influx.databases.vm=cf_" + this.suffix,
                "monitoring.influx.databases.bosh=bosh_" + this.suffix,
                "monitoring.influx.databases.container=container_" + this.suffix,
                "batch.mail.port=" + mails.inbox().port(), "batch.alarm.interval=1s", "batch.notification.interval=1s",
                // Machines of an early wave stay known, and nobody calls them dead.
                "batch.evaluate.dead-after=1h", "batch.evaluate.logs-dead-after=0s", "batch.notify.attempt-timeout=5s",
                "batch.notify.digest-above=100", "batch.notify.group-interval=0s", "batch.notify.table-rows=1000");
    }

    private Child launch(int number, int generation) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        BatchApplication.class.getName(), "--server.port=" + this.ports[number],
                        "--spring.datasource.url=" + this.database.url()));
        keys().forEach((key) -> command.add("--" + key));
        return Child.start(new Child.Spec("batch" + number, command,
                this.folder.resolve("batch" + number + "-" + generation + ".log"))
            .withEnvironment(Map.of("SPRING_DATASOURCE_USERNAME", this.database.username(),
                    "SPRING_DATASOURCE_PASSWORD", this.database.password())));
    }

    private void awaitUp(int number) {
        URI health = URI.create("http://127.0.0.1:" + this.ports[number] + "/actuator/health");
        Awaitility.await()
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofMinutes(3))
            .ignoreExceptions()
            .until(() -> this.http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                .statusCode() == 200);
    }

}
