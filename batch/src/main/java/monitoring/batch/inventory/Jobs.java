package monitoring.batch.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.JobReport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a director says of the processes of a VM's jobs. */
final class Jobs {

    private Jobs() {
    }

    static JobReport of(JsonNode vm, Instant now) {
        List<JobProcess> processes = new ArrayList<>();
        for (JsonNode one : vm.path("processes")) {
            Double kilobytes = number(one.path("mem").path("kb"));
            Double seconds = number(one.path("uptime").path("secs"));
            processes
                .add(new JobProcess(one.path("name").asString(""), JobProcess.State.of(one.path("state").asString("")),
                        (seconds != null) ? Duration.ofSeconds(seconds.longValue()) : null,
                        number(one.path("cpu").path("total")), (kilobytes != null) ? (long) (kilobytes * 1024) : null,
                        number(one.path("mem").path("percent"))));
        }
        return new JobReport(vm.path("id").asString(""), now, processes);
    }

    /** A number, or nothing: agents leave out what a process that is down has not. */
    private static @Nullable Double number(JsonNode told) {
        return told.isNumber() ? Double.valueOf(told.doubleValue()) : null;
    }

}
