package monitoring.storage.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import monitoring.storage.inventory.JobProcess;
import monitoring.storage.inventory.JobReport;

import org.jspecify.annotations.Nullable;

/**
 * What directors say of the jobs of VMs, one row a VM: it is read a VM at a time and
 * written for all of them each minute.
 */
final class JobRows {

    /** The most characters of a row; some two hundred processes. */
    private static final int MOST = 16_000;

    private final Database database;

    JobRows(Database database) {
        this.database = database;
    }

    void replace(String director, List<JobReport> reports) {
        Map<String, JobReport> byVm = new LinkedHashMap<>();
        reports.forEach((report) -> byVm.putIfAbsent(report.vm(), report));
        this.database.delete("vm_jobs", "director", director);
        // it tells of a VM that moved once the other one does not
        byVm.keySet().removeAll(ofOtherDirectors());
        this.database.insertAll("vm_jobs", "vm_guid, director, told_at, processes",
                byVm.values()
                    .stream()
                    .map((report) -> new Object[] { report.vm(), director, Times.micros(report.at()),
                            text(report.processes()) })
                    .toList());
    }

    private List<String> ofOtherDirectors() {
        return this.database.sql("select vm_guid from vm_jobs").query(String.class).list();
    }

    Optional<JobReport> find(String vm) {
        return this.database.sql("select * from vm_jobs where vm_guid = ?")
            .param(vm)
            .query((row, number) -> new JobReport(row.getString("vm_guid"), Times.required(row, "told_at"),
                    processes(row.getString("processes"))))
            .optional();
    }

    private static String text(List<JobProcess> processes) {
        StringBuilder text = new StringBuilder();
        for (JobProcess one : processes) {
            String line = String.join("\t", one.name().replaceAll("[\\t\\n]", " "), one.state().name(),
                    word(one.uptime(), Duration::toSeconds), word(one.cpu(), Function.identity()),
                    word(one.memory(), Function.identity()), word(one.memoryPercent(), Function.identity()));
            if (text.length() + line.length() < MOST) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static <T> String word(@Nullable T value, Function<T, Object> words) {
        return (value == null) ? "" : words.apply(value).toString();
    }

    private static List<JobProcess> processes(String text) {
        List<JobProcess> processes = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split("\t", -1);
            processes.add(new JobProcess(words[0], JobProcess.State.valueOf(words[1]),
                    value(words[2], (seconds) -> Duration.ofSeconds(Long.parseLong(seconds))),
                    value(words[3], Double::valueOf), value(words[4], Long::valueOf),
                    value(words[5], Double::valueOf)));
        }
        return processes;
    }

    private static <T> @Nullable T value(String word, Function<String, T> read) {
        return word.isEmpty() ? null : read.apply(word);
    }

}
