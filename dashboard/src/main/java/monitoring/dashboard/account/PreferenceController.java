package monitoring.dashboard.account;

import java.time.ZoneId;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import monitoring.storage.account.ApiScope;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets those who are signed in change how pages look for them, and their password. */
@Controller
@RequestMapping("/account")
class PreferenceController {

    private final OwnAccount own;

    private final Access access;

    PreferenceController(OwnAccount own, Access access) {
        this.own = own;
        this.access = access;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        model.addAttribute("account", this.own.read());
        model.addAttribute("tokens", this.access.tokens().own());
        model.addAttribute("scopes", ApiScope.values());
        model.addAttribute("sessions",
                this.access.sessions().of(Audit.user(), String.valueOf(request.getRequestedSessionId())));
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        return "account/own";
    }

    @PostMapping("/preferences")
    String save(@RequestParam String language, @RequestParam String zone, RedirectAttributes redirect) {
        this.own.prefer(language, zone);
        redirect.addFlashAttribute("done", "account.saved");
        return "redirect:/account";
    }

    /** The language alone, and back to where it was changed. */
    @PostMapping("/language")
    String language(@RequestParam String language, @RequestParam(defaultValue = "/overview") String back) {
        this.own.speak(language);
        boolean local = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        return "redirect:" + (local ? back : "/overview");
    }

    @PostMapping("/password")
    String password(@RequestParam String current, @RequestParam String password, RedirectAttributes redirect) {
        if (this.own.read().isOfUaa()) {
            redirect.addFlashAttribute("problem", "account.password.ofUaa");
        }
        else if (!this.own.isPassword(current)) {
            redirect.addFlashAttribute("problem", "account.password.wrong");
        }
        else if (!AccountForm.fits(password)) {
            redirect.addFlashAttribute("problem", "account.password.short");
        }
        else {
            this.own.changePassword(password);
            redirect.addFlashAttribute("done", "account.password.changed");
        }
        return "redirect:/account";
    }

}
