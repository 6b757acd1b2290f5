package monitoring.dashboard.alarm;

import java.time.Clock;
import java.util.Locale;

import monitoring.dashboard.alarm.LinkedAlarms.Found;
import monitoring.dashboard.web.Times;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The link of a mail by which its receiver takes what it told. Opening it, as scanners of
 * mails do, shows a page and changes nothing; only its button does.
 */
@Controller
@RequestMapping(LinkController.PATH)
class LinkController {

    static final String PATH = "/alarm/link";

    private final LinkedAlarms linked;

    private final MessageSource messages;

    private final Clock clock;

    LinkController(LinkedAlarms linked, MessageSource messages, Clock clock) {
        this.linked = linked;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/{token}")
    String page(@PathVariable String token, Locale locale, Model model) {
        return show(this.linked.find(token), token, locale, model);
    }

    @PostMapping("/{token}")
    String acknowledge(@PathVariable String token, Locale locale, Model model) {
        return show(this.linked.acknowledge(token), token, locale, model);
    }

    private String show(Found found, String token, Locale locale, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("token", token);
        model.addAttribute("times", new Times(found.zone(), locale, this.clock, this.messages));
        return "alarm/link";
    }

}
