package monitoring.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import monitoring.localservers.Child;
import monitoring.localservers.Database;
import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.MariaDbExtension;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.metric.Measurement;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One instance leads an alarm run and others judge its values over a real Artemis: every
 * target is judged and each alarm raised once, also when a worker is killed in mid-run,
 * and when there is no broker at all.
 */
class RemoteAlarmIT {

    private static final int MACHINES = 1_500;

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final MariaDbExtension mariadb = new MariaDbExtension();

    @TempDir
    private Path folder;

    private final List<String> metrics = BatchProgram.ownMetrics();

    private final int port = FreePort.find();

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private final List<Child> workers = new ArrayList<>();

    private Database database;

    @BeforeEach
    void prepare() throws Exception {
        this.database = mariadb.newDatabase();
        this.broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + this.port)
            .addAddressSetting("#", new AddressSettings().setRedeliveryDelay(0)));
    }

    @AfterEach
    void stop() throws Exception {
        this.workers.forEach(Child::kill);
        this.broker.stop();
    }

    @Test
    void losesAndDoublesNothingWhenAWorkerIsKilledInMidRun() throws Exception {
        this.broker.start();
        try (BatchProgram leader = leader()) {
            breach(leader);
            launch();
            launch();
            awaitConsumers(2);
            Thread killing = new Thread(() -> killOneInMidRun(leader));
            killing.start();
            JobExecution run = run(leader);
            killing.join();

            assertThat(this.workers.get(0).isAlive()).isFalse();
            assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(parts(leader, run)).hasSize(9)
                .allSatisfy((part) -> assertThat(part.getStatus()).isEqualTo(BatchStatus.COMPLETED));
            assertThat(run.getExecutionContext().getString("failureElsewhere")).isEmpty();
            assertEachRaisedOnce(leader);
        }
    }

    @Test
    void judgesByItselfWhenThereIsNoBroker() throws Exception {
        try (BatchProgram leader = leader()) {
            breach(leader);
            JobExecution run = run(leader);

            assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertEachRaisedOnce(leader);
        }
    }

    /** When two parts are worked on and a part of the alarms is kept. */
    private void killOneInMidRun(BatchProgram leader) {
        JdbcTemplate jdbc = leader.bean(JdbcTemplate.class);
        Awaitility.await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(60))
            .until(() -> number(jdbc, "select count(*) from open_alarms") > 0
                    && number(jdbc, "select count(*) from BATCH_STEP_EXECUTION where STATUS = 'STARTED' "
                            + "and STEP_NAME like 'judgeWindow:%'") == 2);
        this.workers.get(0).kill();
    }

    private static int number(JdbcTemplate jdbc, String statement) {
        Integer number = jdbc.queryForObject(statement, Integer.class);
        return (number != null) ? number : 0;
    }

    /** As the workers left them in SQL. */
    private static List<StepExecution> parts(BatchProgram leader, JobExecution run) {
        return leader.bean(JobRepository.class)
            .getJobExecution(run.getId())
            .getStepExecutions()
            .stream()
            .filter((step) -> step.getStepName().startsWith("judgeWindow:"))
            .toList();
    }

    private static void assertEachRaisedOnce(BatchProgram leader) {
        AlarmStore alarms = leader.bean(AlarmStore.class);
        Map<String, Integer> raised = new HashMap<>();
        for (Alarm alarm : alarms.open()) {
            long times = alarms.events(alarm.id())
                .stream()
                .filter((event) -> event.type() == AlarmEvent.Type.RAISED)
                .count();
            raised.merge(alarm.target().id() + " " + alarm.resource(), (int) times, Integer::sum);
            assertThat(alarm.incidentId()).isNotNull();
        }
        assertThat(raised).hasSize(3 * MACHINES).allSatisfy((alarm, times) -> assertThat(times).isEqualTo(1));
        assertThat(raised.keySet()).allMatch((alarm) -> Stream.of(Resource.CPU, Resource.MEMORY, Resource.DISK)
            .anyMatch((resource) -> alarm.endsWith(resource.name())));
    }

    private static JobExecution run(BatchProgram leader) throws Exception {
        return leader.bean(JobOperator.class)
            .start(leader.bean("alarmJob", Job.class),
                    new JobParametersBuilder().addString("run", UUID.randomUUID().toString()).toJobParameters());
    }

    private void breach(BatchProgram leader) {
        MetricStore store = leader.bean(MetricStore.class);
        store.prepare();
        Instant time = Instant.now().minusSeconds(2);
        List<Sample> samples = new ArrayList<>();
        for (int number = 0; number < MACHINES; number++) {
            Map<String, String> tags = Map.of(Tags.ORIGIN, "web", Tags.ID, "web" + number, Tags.IP,
                    "10.1." + number / 250 + "." + number % 250, Tags.INDEX, String.valueOf(number), Tags.DEPLOYMENT,
                    "cf");
            Map.of("cpuStats.core.0", 97.0, "memoryStats.TotalMemory", 4e9, "memoryStats.AvailableMemory", 1e8,
                    "diskStats./var/vcap/data.Usage", 99.0)
                .forEach((metric, value) -> {
                    Map<String, String> all = new HashMap<>(tags);
                    all.put(Tags.METRIC_NAME, metric);
                    samples.add(Sample.of(Measurement.VM, all, value, time));
                });
        }
        store.write(samples);
    }

    private void awaitConsumers(int count) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> this.broker.getActiveMQServer().getTotalConsumerCount() == count);
    }

    private BatchProgram leader() {
        return BatchProgram.start(this.database, keys("batch.remote.workers=0"));
    }

    private void launch() {
        this.workers
            .add(BatchProcess.start("worker" + this.workers.size(), this.folder, this.database, keys("server.port=0")));
    }

    private List<String> keys(String more) {
        List<String> keys = new ArrayList<>(this.metrics);
        keys.addAll(
                List.of("monitoring.influx.url=" + influx.url(), "batch.scheduled=false", "batch.remote.enabled=true",
                        "batch.remote.broker-url=tcp://127.0.0.1:" + this.port, "batch.remote.timeout=120s", more));
        return keys;
    }

}
