package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.run.JobRun;
import monitoring.storage.run.JobRun.StepRun;
import monitoring.storage.run.JobSum;
import monitoring.storage.run.RunStore;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * Reads the tables that Spring Batch keeps its runs in. It writes times of the zone of
 * the batch's machine, which is taken to be this one's.
 */
final class JdbcRunStore implements RunStore {

    private static final String RUNS = "BATCH_JOB_EXECUTION e";

    /** Not joined: MariaDB would begin with all instances and sort what it found. */
    private static final String COLUMNS = "e.JOB_EXECUTION_ID, (select i.JOB_NAME from BATCH_JOB_INSTANCE i"
            + " where i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID) as JOB_NAME, e.STATUS, e.START_TIME, e.END_TIME,"
            + " e.EXIT_MESSAGE";

    private static final String OF_JOB = "e.JOB_INSTANCE_ID in"
            + " (select i.JOB_INSTANCE_ID from BATCH_JOB_INSTANCE i where i.JOB_NAME = :job)";

    private static final KeyOrder NEWEST_FIRST = new KeyOrder(
            List.of(new KeyOrder.Key("e.JOB_EXECUTION_ID", KeyOrder.Kind.NUMBER, true)));

    private final Database database;

    private final ZoneId zone;

    JdbcRunStore(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    @Override
    public PageOf<JobRun> runs(String job, String state, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (!job.isEmpty()) {
            conditions.add(OF_JOB);
            parameters.put("job", job);
        }
        if (!state.isEmpty()) {
            conditions.add("e.STATUS = :state");
            parameters.put("state", state);
        }
        try {
            PageOf<JobRun> found = new Listing(COLUMNS, RUNS, conditions, parameters, NEWEST_FIRST).page(this.database,
                    page, this::run);
            return found.with(withSteps(found.items()));
        }
        catch (BadSqlGrammarException ex) {
            return new PageOf<>(List.of(), 0); // no batch made its tables here yet
        }
    }

    @Override
    public List<JobSum> sums(Instant since) {
        String seconds = this.database.dialect().secondsBetween("e.START_TIME", "e.END_TIME");
        try {
            return this.database.sql("select i.JOB_NAME, count(*) as runs,"
                    + " sum(case when e.STATUS in ('FAILED', 'ABANDONED', 'UNKNOWN') then 1 else 0 end) as failed,"
                    + " max(e.START_TIME) as last_start, avg(" + seconds + ") as mean_seconds, max(" + seconds
                    + ") as most_seconds from " + RUNS
                    + " join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID where e.CREATE_TIME >= ? group by i.JOB_NAME order by i.JOB_NAME")
                .param(LocalDateTime.ofInstant(since, this.zone))
                .query((row, number) -> new JobSum(row.getString("JOB_NAME"), row.getLong("runs"),
                        row.getLong("failed"), time(row, "last_start"), seconds(row, "mean_seconds"),
                        seconds(row, "most_seconds")))
                .list();
        }
        catch (BadSqlGrammarException ex) {
            return List.of(); // as above
        }
    }

    private JobRun run(ResultSet row, int number) throws SQLException {
        String message = row.getString("EXIT_MESSAGE");
        return new JobRun(row.getString("JOB_EXECUTION_ID"), row.getString("JOB_NAME"), row.getString("STATUS"),
                time(row, "START_TIME"), time(row, "END_TIME"), (message != null) ? firstWords(message) : "",
                List.of());
    }

    /** Spring Batch keeps the whole stack; its first line says what went wrong. */
    private static String firstWords(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private List<JobRun> withSteps(List<JobRun> runs) {
        if (runs.isEmpty()) {
            return runs;
        }
        Map<String, List<Step>> steps = this.database
            .sql("select * from BATCH_STEP_EXECUTION where JOB_EXECUTION_ID in (:ids) order by STEP_EXECUTION_ID")
            .param("ids", runs.stream().map((run) -> Long.valueOf(run.id())).toList())
            .query(this::step)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Step::run));
        return runs.stream()
            .map((run) -> run.with(steps.getOrDefault(run.id(), List.of()).stream().map(Step::step).toList()))
            .toList();
    }

    private Step step(ResultSet row, int number) throws SQLException {
        Instant start = time(row, "START_TIME");
        Instant end = time(row, "END_TIME");
        long skipped = row.getLong("READ_SKIP_COUNT") + row.getLong("PROCESS_SKIP_COUNT")
                + row.getLong("WRITE_SKIP_COUNT");
        return new Step(row.getString("JOB_EXECUTION_ID"),
                new StepRun(row.getString("STEP_NAME"), row.getString("STATUS"),
                        (start != null && end != null) ? Duration.between(start, end) : null, row.getLong("READ_COUNT"),
                        row.getLong("WRITE_COUNT"), skipped));
    }

    private @Nullable Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return (time != null) ? time.atZone(this.zone).toInstant() : null;
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }

    /**
     * A step and its run.
     *
     * @param run id of the run
     * @param step itself
     */
    private record Step(String run, StepRun step) {
    }

}
