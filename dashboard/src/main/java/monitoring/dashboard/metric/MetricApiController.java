package monitoring.dashboard.metric;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.metric.Chart.Board;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Series of a target over time, for programs. */
@RestController
@Tag(name = "Metrics")
@RequestMapping("/api/v1/metrics")
class MetricApiController {

    private final Boards boards;

    MetricApiController(Boards boards) {
        this.boards = boards;
    }

    /**
     * CPU, memory, disks, network and load of a VM; the last three hours where no time is
     * given.
     */
    @GetMapping("/vms/{id}")
    Metrics vm(@PathVariable String id, TimeChoice.Query time) {
        return Metrics.of(this.boards.vm(id, time));
    }

    /** The same of a BOSH director. */
    @GetMapping("/directors/{id}")
    Metrics director(@PathVariable String id, TimeChoice.Query time) {
        return Metrics.of(this.boards.director(id, time));
    }

    /** CPU, memory, disk and network of all instances of an app. */
    @GetMapping("/apps/{guid}")
    Metrics app(@PathVariable String guid, TimeChoice.Query time) {
        return Metrics.of(this.boards.app(guid, time));
    }

    /** The same of one instance. */
    @GetMapping("/apps/{guid}/{index}")
    Metrics container(@PathVariable String guid, @PathVariable int index, TimeChoice.Query time) {
        return Metrics.of(this.boards.container(guid, index, time));
    }

    /**
     * Series over common times.
     *
     * @param from begin
     * @param to end
     * @param times begins of the buckets
     * @param charts series by chart, each with one value a bucket, null where nothing was
     * measured
     * @param away why there is nothing, empty if the store answered
     */
    record Metrics(Instant from, Instant to, List<Instant> times, List<Chart> charts, String away) {

        static Metrics of(Board board) {
            return new Metrics(Instant.ofEpochMilli(board.from()), Instant.ofEpochMilli(board.to()),
                    board.times().stream().map(Instant::ofEpochMilli).toList(), board.charts(), board.away());
        }

    }

}
