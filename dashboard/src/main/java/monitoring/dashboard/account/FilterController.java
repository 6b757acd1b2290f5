package monitoring.dashboard.account;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.account.SavedFilter;
import monitoring.storage.account.SavedFilterStore;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets the viewer's own filters of the alarm list. */
@Controller
class FilterController {

    private static final String PAGE = "alarm";

    private final SavedFilterStore filters;

    FilterController(SavedFilterStore filters) {
        this.filters = filters;
    }

    @PostMapping("/account/filters")
    String save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        String words = name.strip();
        if (words.isEmpty() || words.length() > 100) {
            throw new InvalidInputException("name", words.length() + " characters", "1 to 100");
        }
        if (!query.matches("[\\w=&%.+:-]{1,2000}")) {
            throw new InvalidInputException("query", query, "the query of the alarm list");
        }
        this.filters.save(new SavedFilter("", Audit.user(), PAGE, words, query));
        redirect.addFlashAttribute("done", "alarm.filter.saved");
        return "redirect:/alarm?" + query;
    }

    @PostMapping("/account/filters/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        this.filters.delete(Audit.user(), id);
        redirect.addFlashAttribute("done", "alarm.filter.forgotten");
        return "redirect:/alarm";
    }

}
