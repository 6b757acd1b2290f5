package monitoring.dashboard.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets the viewer's own filters of the alarm list. */
@Controller
class FilterController {

    private final FilterEdits edits;

    FilterController(FilterEdits edits) {
        this.edits = edits;
    }

    @PostMapping("/account/filters")
    String save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        this.edits.save(name, query);
        redirect.addFlashAttribute("done", "alarm.filter.saved");
        return "redirect:/alarm?" + query;
    }

    @PostMapping("/account/filters/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        this.edits.delete(id);
        redirect.addFlashAttribute("done", "alarm.filter.forgotten");
        return "redirect:/alarm";
    }

}
