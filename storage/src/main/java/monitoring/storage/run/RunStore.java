package monitoring.storage.run;

import java.time.Instant;
import java.util.List;

import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

/** Looks at the runs of the batch's jobs. Empty where no batch ever ran. */
public interface RunStore {

    /**
     * Runs, newest first, with their steps.
     * @param job only of this job, empty for all
     * @param state only in this state, empty for all
     * @param page which part
     */
    PageOf<JobRun> runs(String job, String state, PageRequest page);

    /** What each job did since a moment, by name. */
    List<JobSum> sums(Instant since);

}
