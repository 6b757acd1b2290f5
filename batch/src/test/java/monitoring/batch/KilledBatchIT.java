package monitoring.batch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import monitoring.localservers.Child;
import monitoring.localservers.Database;
import monitoring.localservers.FreePort;
import monitoring.localservers.InfluxExtension;
import monitoring.localservers.MariaDbExtension;
import monitoring.localservers.SmtpInboxExtension;
import monitoring.storage.metric.Origin;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances on one database, one of them killed again and again while alarms are
 * raised, escalated to the next receiver because nobody takes them, repeated and over:
 * each receiver is told once for each reason and period, nothing is lost. {@code -Dkills}
 * says how many waves of alarms there are, with a kill in each; the default is few, for
 * every day. {@code -Dseed} says when.
 */
class KilledBatchIT {

    private static final int KILLS = Integer.getInteger("kills", 4);

    /** The moments of the kills follow from it, as far as the machine plays along. */
    private static final long SEED = Long.getLong("seed", 20261121);

    private static final int MACHINES = 4;

    private static final Duration ESCALATE_AFTER = Duration.ofSeconds(8);

    /** Machines of an early wave stay hot; repeated as often as a policy allows. */
    private static final AlarmPolicy.Timing TIMING = new AlarmPolicy.Timing(Duration.ofHours(1), Duration.ofMinutes(1));

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @RegisterExtension
    static final SmtpInboxExtension mails = new SmtpInboxExtension();

    @RegisterExtension
    static final MariaDbExtension mariadb = new MariaDbExtension();

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    private final HttpClient http = HttpClient.newHttpClient();

    private final List<String> metrics = BatchProgram.ownMetrics("monitoring.influx.url=" + influx.url());

    private final int[] ports = { FreePort.find(), FreePort.find() };

    private final Child[] instances = new Child[2];

    private final ScheduledExecutorService kim = Executors.newSingleThreadScheduledExecutor();

    private final Database database = mariadb.newDatabase();

    private int kills;

    @AfterEach
    void stop() {
        this.kim.shutdownNow();
        for (Child instance : this.instances) {
            if (instance != null) {
                instance.close();
            }
        }
    }

    @Test
    void tellsEachReasonOnceHoweverOftenItIsKilled() {
        try (BatchProgram program = program()) {
            Desk desk = new Desk(program);
            desk.receiver("ops", scope(0), Locale.ENGLISH);
            desk.receiver("boss", scope(1), Locale.ENGLISH);
            desk.limitCpu(new Threshold(80, 90), TIMING);
            Ledger ledger = new Ledger(desk, mails.inbox());
            this.kim.scheduleWithFixedDelay(() -> ledger.take("m0/0", "kim"), 0, 200, TimeUnit.MILLISECONDS);
            launch(0);
            launch(1);
            awaitUp(0);
            awaitUp(1);

            for (int wave = 0; wave < KILLS; wave++) {
                breach(desk, wave);
                killOne();
            }
            while (!ledger.isEachRepeated(KILLS * MACHINES)) {
                assertThat(this.kills).as("kills until each alarm was repeated").isLessThan(KILLS + 30);
                killOne();
            }
            desk.limitCpu(new Threshold(98, 99), TIMING);
            killOne();

            Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> ledger.assertSettled(KILLS * MACHINES));
            LoggerFactory.getLogger(KilledBatchIT.class)
                .info("{} kills (seed {}), {} alarms, told by Message-ID: {}", this.kills, SEED, KILLS * MACHINES,
                        ledger.assertToldOnce(TIMING.repeatTime()));
        }
    }

    private static Receiver.Scope scope(int level) {
        return new Receiver.Scope(Origin.VM, "", "", Severity.CRITICAL, level);
    }

    private static void breach(Desk desk, int wave) {
        for (int number = 0; number < MACHINES; number++) {
            desk.report(Desk.vm("wave" + wave + "m" + number, "10.1." + wave + "." + number, 97,
                    Instant.now().minusSeconds(1)));
        }
    }

    /** Half of the kills are while alarms are raised, half while they are escalated. */
    private void killOne() {
        int victim = this.kills++ % 2;
        long wait = this.random.nextInt(3000) + (this.random.nextBoolean() ? ESCALATE_AFTER.toMillis() : 0);
        LockSupport.parkNanos(Duration.ofMillis(wait).toNanos());
        this.instances[victim].stop(Duration.ZERO);
        launch(victim);
        awaitUp(victim);
    }

    /** At which people sit and agents report. */
    private BatchProgram program() {
        List<String> keys = new ArrayList<>(this.metrics);
        keys.add("batch.scheduled=false");
        return BatchProgram.start(this.database, keys);
    }

    private void launch(int number) {
        List<String> keys = new ArrayList<>(this.metrics);
        keys.addAll(List.of("server.port=" + this.ports[number], "batch.mail.port=" + mails.inbox().port(),
                "batch.alarm.interval=1s", "batch.notification.interval=1s",
                // Machines of an early wave stay known, and nobody calls them dead.
                "batch.evaluate.dead-after=1h", "batch.notify.escalate-after=" + ESCALATE_AFTER.toSeconds() + "s",
                "batch.notify.attempt-timeout=5s", "batch.notify.digest-above=100", "batch.notify.group-interval=0s",
                "batch.notify.table-rows=1000"));
        this.instances[number] = BatchProcess.start("batch" + number + "-" + this.kills, this.folder, this.database,
                keys);
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
