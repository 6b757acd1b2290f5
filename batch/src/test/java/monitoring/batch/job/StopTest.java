package monitoring.batch.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpServer;
import monitoring.batch.BatchProgram;
import monitoring.storage.metric.MetricRollups;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The program ends soon after it is asked to, whatever its jobs are doing. */
class StopTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int MESSAGES = 200;

    @Test
    void leavesALongPastToTheNextRun() throws Exception {
        String database = BatchProgram.newDatabase();
        BatchProgram program = BatchProgram.start(database, List.of(LongPast.class),
                "monitoring.influx.url=http://127.0.0.1:9");
        assertThat(program.bean(LongPast.class).begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(closed(program)).isLessThan(SOON);

        try (BatchProgram next = BatchProgram.atRestOn(database)) {
            assertThat(next.bean(JdbcTemplate.class).queryForList("""
                    select e.STATUS from BATCH_JOB_EXECUTION e join BATCH_JOB_INSTANCE i
                    on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID where i.JOB_NAME = 'rollup'""", String.class))
                .containsExactly("STOPPED");
        }
    }

    @Test
    void leavesWhatIsStillQueuedAndTellsNothingByHalf() throws Exception {
        String database = BatchProgram.newDatabase();
        try (BatchProgram first = BatchProgram.atRestOn(database)) {
            NotificationStore store = first.bean(NotificationStore.class);
            Instant now = first.bean(Clock.class).instant();
            for (int i = 0; i < MESSAGES; i++) {
                String receiver = store
                    .save(new Receiver("", "receiver " + i, Channel.TELEGRAM, String.valueOf(i), "token",
                            new Receiver.Scope(null, "", "", Severity.WARNING, 0), Receiver.Style.DEFAULT, true),
                            "test")
                    .id();
                store.enqueue(new Notification("", null, null, receiver, Reason.TEST, "test " + i, Delivery.queued(now),
                        now));
            }
        }
        CountDownLatch begun = new CountDownLatch(2);
        AtomicInteger told = new AtomicInteger();
        HttpServer telegram = telegram(begun, told);
        BatchProgram program = BatchProgram.start(database, List.of(), "monitoring.influx.url=http://127.0.0.1:9",
                "batch.notify.telegram-url=http://127.0.0.1:" + telegram.getAddress().getPort());
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(closed(program)).isLessThan(SOON);
        telegram.stop(0);

        try (BatchProgram next = BatchProgram.atRestOn(database)) {
            JdbcTemplate sql = next.bean(JdbcTemplate.class);
            assertThat(sql.queryForObject("select count(*) from notifications where delivery_state = 'SENT'",
                    Integer.class))
                .isBetween(2, MESSAGES - 1);
            assertThat(sql.queryForObject(
                    "select count(*) from notifications where delivery_state = 'QUEUED' and attempts = 0",
                    Integer.class) + told.get())
                .isEqualTo(MESSAGES);
        }
    }

    @Test
    void beginsNoStepOfAnyJobMore() throws Exception {
        try (BatchProgram program = BatchProgram.atRest()) {
            program.bean(StoppableJobs.class).stop();
            for (String name : List.of("alarm", "inventory", "notification", "scaling", "upkeep", "rollup")) {
                JobExecution run = program.bean(JobOperator.class)
                    .start(program.bean(name + "Job", Job.class),
                            new JobParametersBuilder().addString("run", "after the stop").toJobParameters());
                assertThat(run.getStatus()).as(name).isEqualTo(BatchStatus.STOPPED);
                assertThat(run.getStepExecutions()).as(name).isEmpty();
            }
        }
    }

    /** Takes its time for each message. */
    private static HttpServer telegram(CountDownLatch begun, AtomicInteger told) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", (exchange) -> {
            exchange.getRequestBody().readAllBytes();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            told.incrementAndGet();
            begun.countDown();
            byte[] answer = "{\"ok\":true}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Duration closed(BatchProgram program) {
        long begin = System.nanoTime();
        program.close();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * So much to roll up that a run of it is cut only by its end. No
     * {@code @Configuration}, else a program started with the tests' classes finds it.
     */
    static class LongPast {

        final CountDownLatch begun = new CountDownLatch(1);

        @Bean
        MetricRollups metricRollups() {
            return new MetricRollups() {

                @Override
                public void prepare(Duration fiveMinutes, Duration hours) {
                    LongPast.this.begun.countDown();
                }

                @Override
                public Progress advance(Instant now, Pace pace) {
                    int hours = 0;
                    while (pace.goesOn()) {
                        LockSupport.parkNanos(1_000_000);
                        hours++;
                    }
                    return new Progress(hours, 0, hours, false);
                }

            };
        }

    }

}
