package monitoring.dashboard.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import monitoring.dashboard.inventory.Foundations;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the periods in which nobody is told, and makes and ends them. */
@Controller
@RequestMapping("/notification/silences")
class SilenceController {

    private final SilenceStore silences;

    private final Foundations foundations;

    private final StoreWatch stores;

    private final SilenceEdits edits;

    private final Clock clock;

    SilenceController(SilenceStore silences, Foundations foundations, StoreWatch stores, SilenceEdits edits,
            Clock clock) {
        this.silences = silences;
        this.foundations = foundations;
        this.stores = stores;
        this.edits = edits;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        Instant now = this.clock.instant();
        List<Silence> all = this.stores.ask(Store.RELATIONS, this.silences::list, List.<Silence>of())
            .stream()
            .sorted(Comparator.comparing(Silence::startsAt).reversed())
            .toList();
        model.addAttribute("silences", all);
        model.addAttribute("starts", now);
        model.addAttribute("ends", now.plus(Duration.ofHours(2)));
        model.addAttribute("origins", Origin.values());
        model.addAttribute("resources", Resource.values());
        model.addAttribute("deployments",
                this.foundations.now()
                    .vms()
                    .stream()
                    .map((vm) -> vm.machine().deployment())
                    .distinct()
                    .sorted()
                    .toList());
        model.addAttribute("zones",
                this.foundations.now().vms().stream().map((vm) -> vm.machine().zone()).distinct().sorted().toList());
        return "notification/silences";
    }

    @PostMapping
    String create(SilenceForm form, RedirectAttributes redirect) {
        this.edits.create(form);
        redirect.addFlashAttribute("done", "notification.silence.saved");
        return "redirect:/notification/silences";
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes redirect) {
        this.edits.delete(id);
        redirect.addFlashAttribute("done", "notification.silence.ended");
        return "redirect:/notification/silences";
    }

    /**
     * A silence as it is made; null or empty matches all.
     *
     * @param origin kind of target
     * @param resource resource
     * @param deployment exact deployment
     * @param zone exact zone
     * @param target exact id of a target
     * @param starts its begin, in the viewer's zone
     * @param ends its end, in the viewer's zone
     * @param repeat empty, DAILY or WEEKLY
     * @param reason in words
     */
    record SilenceForm(@Nullable Origin origin, @Nullable Resource resource, @Nullable String deployment,
            @Nullable String zone, @Nullable String target, @Nullable String starts, @Nullable String ends,
            @Nullable String repeat, @Nullable String reason) {

        Silence read(String user) {
            String why = text(this.reason);
            if (why.isEmpty() || why.length() > 500) {
                throw new InvalidInputException("reason", why.isEmpty() ? "blank" : why.length() + " characters",
                        "why, in at most 500 characters");
            }
            String rule = switch (text(this.repeat)) {
                case "" -> "";
                case "DAILY" -> "FREQ=DAILY";
                case "WEEKLY" -> "FREQ=WEEKLY";
                default -> throw new InvalidInputException("repeat", text(this.repeat), "DAILY, WEEKLY or nothing");
            };
            Instant from = TimeChoice.instant("starts", text(this.starts), Viewer.currentZone());
            Instant to = TimeChoice.instant("ends", text(this.ends), Viewer.currentZone());
            if (!from.isBefore(to)) {
                throw new InvalidInputException("ends", text(this.ends), "a time after " + text(this.starts));
            }
            return new Silence("", new Silence.Matcher(this.origin, this.resource, text(this.deployment),
                    text(this.zone), text(this.target)), from, to, rule, why, user);
        }

        private static String text(@Nullable String value) {
            return (value == null) ? "" : value.strip();
        }

    }

}
