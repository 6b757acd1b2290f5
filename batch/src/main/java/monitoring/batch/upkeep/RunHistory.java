package monitoring.batch.upkeep;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Spring Batch's own tables, which grow by a run each minute and are never emptied by it.
 */
public final class RunHistory {

    private static final Logger logger = LoggerFactory.getLogger(RunHistory.class);

    private static final String OLD = "select JOB_EXECUTION_ID from BATCH_JOB_EXECUTION where CREATE_TIME < ?";

    private static final String OLD_STEPS = "select STEP_EXECUTION_ID from BATCH_STEP_EXECUTION"
            + " where JOB_EXECUTION_ID in (" + OLD + ")";

    private static final List<String> FORGET = List.of(
            "delete from BATCH_STEP_EXECUTION_CONTEXT where STEP_EXECUTION_ID in (" + OLD_STEPS + ")",
            "delete from BATCH_STEP_EXECUTION where JOB_EXECUTION_ID in (" + OLD + ")",
            "delete from BATCH_JOB_EXECUTION_CONTEXT where JOB_EXECUTION_ID in (" + OLD + ")",
            "delete from BATCH_JOB_EXECUTION_PARAMS where JOB_EXECUTION_ID in (" + OLD + ")",
            "delete from BATCH_JOB_EXECUTION where CREATE_TIME < ?");

    private final JdbcOperations sql;

    private final UpkeepProperties properties;

    private final Clock clock;

    public RunHistory(JdbcOperations sql, UpkeepProperties properties, Clock clock) {
        this.sql = sql;
        this.properties = properties;
        this.clock = clock;
    }

    /** Ends the runs that died with their instance, and forgets the old ones. */
    public int clean() {
        Instant now = this.clock.instant();
        int dead = this.sql.update("""
                update BATCH_JOB_EXECUTION set STATUS = 'ABANDONED', EXIT_CODE = 'ABANDONED', END_TIME = ?
                where STATUS in ('STARTING', 'STARTED', 'STOPPING') and LAST_UPDATED < ?""", local(now),
                local(now.minus(this.properties.deadAfter())));
        if (dead > 0) {
            logger.info("{} run(s) died with their instance", dead);
        }
        LocalDateTime kept = local(now.minus(this.properties.keepRuns()));
        // one that is just being started has no execution yet, and must not lose its row
        Long last = this.sql.queryForObject(
                "select max(JOB_INSTANCE_ID) from BATCH_JOB_EXECUTION where CREATE_TIME < ?", Long.class, kept);
        int forgotten = 0;
        for (String statement : FORGET) {
            forgotten = this.sql.update(statement, kept);
        }
        if (last != null) {
            this.sql.update("""
                    delete from BATCH_JOB_INSTANCE where JOB_INSTANCE_ID <= ? and JOB_INSTANCE_ID not in
                    (select JOB_INSTANCE_ID from BATCH_JOB_EXECUTION)""", last);
        }
        return forgotten;
    }

    /** Spring Batch writes times of this machine's zone. */
    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneId.systemDefault());
    }

}
