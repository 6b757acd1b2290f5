package monitoring.dashboard.log;

import java.util.List;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the log events that the log store refused, and writes them again. */
@Controller
@RequestMapping("/log/dead-letters")
class DeadLetterController {

    private static final int ROWS = 100;

    private final DeadLetterStore letters;

    private final DeadLetterReplay replay;

    private final StoreWatch stores;

    DeadLetterController(DeadLetterStore letters, DeadLetterReplay replay, StoreWatch stores) {
        this.letters = letters;
        this.replay = replay;
        this.stores = stores;
    }

    @GetMapping
    String list(DeadLetterForm form, @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        DeadLetterQuery query = form.query(ROWS);
        model.addAttribute("form", form);
        model.addAttribute("found", this.stores.ask(Store.LOGS, () -> this.letters.list(query), DeadLetterPage.EMPTY));
        return htmx.isEmpty() ? "log/dead-letters" : "log/dead-letters :: rows";
    }

    @PostMapping("/replay")
    String replay(@RequestParam(defaultValue = "") List<String> ids, RedirectAttributes redirect) {
        if (ids.isEmpty()) {
            redirect.addFlashAttribute("warned", "log.dead.choose");
            return "redirect:/log/dead-letters";
        }
        return told(this.stores.ask(Store.LOGS, () -> this.replay.these(ids), DeadLetterReplay.Outcome.NONE), redirect);
    }

    /** All that fit the filter, not only those on the page. */
    @PostMapping("/replay-all")
    String replayAll(DeadLetterForm form, RedirectAttributes redirect) {
        return told(this.stores.ask(Store.LOGS, () -> this.replay.all(form), DeadLetterReplay.Outcome.NONE), redirect);
    }

    private static String told(DeadLetterReplay.Outcome outcome, RedirectAttributes redirect) {
        redirect.addFlashAttribute("outcome", outcome);
        return "redirect:/log/dead-letters";
    }

}
