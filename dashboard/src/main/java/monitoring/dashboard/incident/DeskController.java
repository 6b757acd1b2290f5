package monitoring.dashboard.incident;

import java.util.List;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.Links;
import monitoring.dashboard.web.NotFoundException;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes what people decide about an incident: who, what belongs to it, and what was
 * learned.
 */
@Controller
@RequestMapping("/incident/{id}")
class DeskController {

    private final Assignments assignments;

    private final Regrouping regrouping;

    private final NoteEdits notes;

    DeskController(Assignments assignments, Regrouping regrouping, NoteEdits notes) {
        this.assignments = assignments;
        this.regrouping = regrouping;
        this.notes = notes;
    }

    @PostMapping("/assign")
    String assign(@PathVariable String id, @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        this.assignments.assign(id, assignee.strip());
        redirect.addFlashAttribute("done", "incident.assigned");
        return "redirect:" + Links.back("/incident/" + id, back);
    }

    @PostMapping("/merge")
    String merge(@PathVariable String id, @RequestParam(defaultValue = "") String into, RedirectAttributes redirect) {
        String target = into.strip().replaceFirst("^#", "");
        this.regrouping.find(id);
        try {
            this.regrouping.merge(id, target);
        }
        catch (InvalidInputException | NotFoundException ex) {
            return warned(id, "incident.merge.wrong", redirect);
        }
        return done(target, "incident.merged", redirect);
    }

    @PostMapping("/split")
    String split(@PathVariable String id, @RequestParam(defaultValue = "") List<String> ids,
            RedirectAttributes redirect) {
        return done(this.regrouping.split(id, ids), "incident.splitted", redirect);
    }

    @PostMapping("/note")
    String note(@PathVariable String id, @RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        this.notes.append(id, text);
        return done(id, "incident.noted", redirect);
    }

    private static String warned(String id, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("warned", message);
        return "redirect:/incident/" + id;
    }

    private static String done(String id, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", message);
        return "redirect:/incident/" + id;
    }

}
