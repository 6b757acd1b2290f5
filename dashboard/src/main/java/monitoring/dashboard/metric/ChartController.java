package monitoring.dashboard.metric;

import java.util.Locale;

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

    private final ChartWords words;

    ChartController(Boards boards, ChartWords words) {
        this.boards = boards;
        this.words = words;
    }

    @GetMapping("/vm/{id}")
    @ResponseBody
    Board vm(@PathVariable String id, TimeChoice.Query time, Locale locale) {
        return this.words.of(this.boards.vm(id, time), locale);
    }

    @GetMapping("/bosh/{id}")
    @ResponseBody
    Board director(@PathVariable String id, TimeChoice.Query time, Locale locale) {
        return this.words.of(this.boards.director(id, time), locale);
    }

    @GetMapping("/app/{guid}")
    @ResponseBody
    Board app(@PathVariable String guid, TimeChoice.Query time, Locale locale) {
        return this.words.of(this.boards.app(guid, time), locale);
    }

    @GetMapping("/app/{guid}/{index}")
    @ResponseBody
    Board container(@PathVariable String guid, @PathVariable int index, TimeChoice.Query time, Locale locale) {
        return this.words.of(this.boards.container(guid, index, time), locale);
    }

}
