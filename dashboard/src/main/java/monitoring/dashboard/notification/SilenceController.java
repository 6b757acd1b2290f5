package monitoring.dashboard.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the periods in which nobody is told, as a calendar, and makes and ends them. */
@Controller
@RequestMapping("/notification/silences")
class SilenceController {

    private static final int PREVIEWED = 5;

    /** As people write a time. */
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final SilenceStore silences;

    private final AlarmStore alarms;

    private final SilenceChoices choices;

    private final SilenceEdits edits;

    private final StoreWatch stores;

    private final Clock clock;

    SilenceController(SilenceStore silences, AlarmStore alarms, SilenceChoices choices, SilenceEdits edits,
            StoreWatch stores, Clock clock) {
        this.silences = silences;
        this.alarms = alarms;
        this.choices = choices;
        this.edits = edits;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * The calendar of a month.
     * @param month such as 2026-11, empty for this one
     * @param day for which the form is filled in, such as 2026-11-21; empty for now
     * @param form what else it is filled in with
     */
    @GetMapping
    String page(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String day,
            SilenceForm form, Model model) {
        ZoneId zone = Viewer.currentZone();
        Instant starts = day.isBlank() ? this.clock.instant() : TimeChoice.instant("day", day + "T02:00", zone);
        SilenceForm filled = form.filledIn(INPUT.format(starts.atZone(zone)),
                INPUT.format(starts.plus(Duration.ofHours(2)).atZone(zone)));
        return show(month, filled, Map.of(), model);
    }

    private String show(String month, SilenceForm form, Map<String, String> problems, Model model) {
        ZoneId zone = Viewer.currentZone();
        Instant now = this.clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<Silence> all = this.stores.ask(Store.RELATIONS, this.silences::list, List.<Silence>of());
        List<Alarm> open = this.stores.ask(Store.RELATIONS, this.alarms::open, List.<Alarm>of());
        YearMonth chosen = SilenceCalendar.month(month, today);
        List<SilenceRow> rows = SilenceRow.of(all, open, now);
        model.addAttribute("calendar", SilenceCalendar.of(all, chosen, zone));
        model.addAttribute("today", today);
        model.addAttribute("zone", zone);
        model.addAttribute("rows", rows);
        model.addAttribute("active", rows.stream().filter((row) -> row.until() != null).toList());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        this.choices.add(model, form);
        return "notification/silences";
    }

    /** The next periods of a silence as it is being filled in. */
    @GetMapping("/preview")
    String preview(SilenceForm form, Model model) {
        try {
            Silence silence = form.preview(Viewer.currentZone());
            model.addAttribute("silence", silence);
            model.addAttribute("coming", SilenceRow.coming(silence, this.clock.instant(), PREVIEWED));
        }
        catch (InvalidInputException ex) {
            model.addAttribute("wrong", ex);
        }
        return "notification/preview :: preview";
    }

    @PostMapping
    String create(SilenceForm form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            this.edits.create(form);
        }
        catch (InvalidInputException ex) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show("", form, Map.of(ex.name(), ex.key()), model);
        }
        redirect.addFlashAttribute("done", "notification.silence.saved");
        return "redirect:/notification/silences";
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        this.edits.delete(id);
        redirect.addFlashAttribute("done", "notification.silence.ended");
        return "redirect:/notification/silences";
    }

}
