package monitoring.foundation.director;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something the director was asked for and answers later.
 *
 * @param id counts up
 * @param deployment which deployment
 * @param description in words
 * @param startedAt when it was asked for
 * @param doneAt when its result is there
 * @param result one JSON object a line
 */
record Task(int id, String deployment, String description, Instant startedAt, Instant doneAt, String result) {

    Map<String, Object> at(Instant now) {
        boolean done = !now.isBefore(this.doneAt);
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("id", this.id);
        task.put("state", done ? "done" : "processing");
        task.put("description", this.description);
        task.put("timestamp", (done ? this.doneAt : this.startedAt).getEpochSecond());
        task.put("started_at", this.startedAt.getEpochSecond());
        task.put("result", "");
        task.put("user", "admin");
        task.put("deployment", this.deployment);
        task.put("context_id", "");
        return task;
    }

}
