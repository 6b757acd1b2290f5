package monitoring.dashboard.incident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.storage.alarm.IncidentMemory;
import monitoring.storage.alarm.IncidentNote;

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

    private static final int LONGEST = 60_000;

    private final Assignments assignments;

    private final Regrouping regrouping;

    private final IncidentMemory memory;

    private final Audit audit;

    private final Clock clock;

    DeskController(Assignments assignments, Regrouping regrouping, IncidentMemory memory, Audit audit, Clock clock) {
        this.assignments = assignments;
        this.regrouping = regrouping;
        this.memory = memory;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping("/assign")
    String assign(@PathVariable String id, @RequestParam(defaultValue = "") String assignee,
            RedirectAttributes redirect) {
        this.assignments.assign(id, assignee.strip());
        return done(id, "incident.assigned", redirect);
    }

    @PostMapping("/merge")
    String merge(@PathVariable String id, @RequestParam(defaultValue = "") String into, RedirectAttributes redirect) {
        String target = into.strip().replaceFirst("^#", "");
        this.regrouping.merge(id, target);
        return done(target, "incident.merged", redirect);
    }

    @PostMapping("/split")
    String split(@PathVariable String id, @RequestParam(defaultValue = "") List<String> ids,
            RedirectAttributes redirect) {
        return done(this.regrouping.split(id, ids), "incident.splitted", redirect);
    }

    @PostMapping("/note")
    String note(@PathVariable String id, @RequestParam(defaultValue = "") String text, RedirectAttributes redirect) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidInputException("text", text.length() + " characters", "at most " + LONGEST + " bytes");
        }
        this.assignments.requireIncident(id);
        this.memory.append(new IncidentNote(id, text.strip(), Audit.user(), this.clock.instant()));
        this.audit.record("incident.note", "incidents/" + id, text.length() + " characters");
        return done(id, "incident.noted", redirect);
    }

    private static String done(String id, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", message);
        return "redirect:/incident/" + id;
    }

}
