package monitoring.dashboard.metric;

import monitoring.dashboard.metric.Chart.Board;
import monitoring.dashboard.web.TimeChoice;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Gives the values of charts to the script that draws them. */
@Controller
@RequestMapping("/metric")
class ChartController {

    private final Boards boards;

    ChartController(Boards boards) {
        this.boards = boards;
    }

    @GetMapping("/vm/{id}")
    @ResponseBody
    Board vm(@PathVariable String id, TimeChoice.Query time) {
        return this.boards.vm(id, time);
    }

    @GetMapping("/bosh/{id}")
    @ResponseBody
    Board director(@PathVariable String id, TimeChoice.Query time) {
        return this.boards.director(id, time);
    }

    @GetMapping("/app/{guid}")
    @ResponseBody
    Board app(@PathVariable String guid, TimeChoice.Query time) {
        return this.boards.app(guid, time);
    }

    @GetMapping("/app/{guid}/{index}")
    @ResponseBody
    Board container(@PathVariable String guid, @PathVariable int index, TimeChoice.Query time) {
        return this.boards.container(guid, index, time);
    }

}
