package monitoring.dashboard.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
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

    private final AccountStore accounts;

    private final FreshAccountFilter fresh;

    private final Access access;

    private final Audit audit;

    PreferenceController(AccountStore accounts, FreshAccountFilter fresh, Access access, Audit audit) {
        this.accounts = accounts;
        this.fresh = fresh;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        model.addAttribute("account", own());
        model.addAttribute("tokens", this.access.tokens().own());
        model.addAttribute("scopes", ApiScope.values());
        model.addAttribute("sessions",
                this.access.sessions().of(Audit.user(), String.valueOf(request.getRequestedSessionId())));
        model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
        return "account/own";
    }

    @PostMapping("/preferences")
    String save(@RequestParam String language, @RequestParam String zone, RedirectAttributes redirect) {
        Account was = own();
        keep(was.with(language(language), zone(zone)));
        redirect.addFlashAttribute("done", "account.saved");
        return "redirect:/account";
    }

    /** The language alone, and back to where it was changed. */
    @PostMapping("/language")
    String language(@RequestParam String language, @RequestParam(defaultValue = "/overview") String back) {
        Account was = own();
        keep(was.with(language(language), was.zone()));
        boolean local = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        return "redirect:" + (local ? back : "/overview");
    }

    @PostMapping("/password")
    String password(@RequestParam String current, @RequestParam String password, RedirectAttributes redirect) {
        Account was = own();
        if (was.isOfUaa()) {
            redirect.addFlashAttribute("problem", "account.password.ofUaa");
        }
        else if (!this.access.encoder().matches(current, was.passwordHash())) {
            redirect.addFlashAttribute("problem", "account.password.wrong");
        }
        else if (password.length() < 8 || password.length() > 200) {
            redirect.addFlashAttribute("problem", "account.password.short");
        }
        else {
            keep(was.withPassword(this.access.encoder().encode(password)));
            this.audit.record("account.password", "accounts/" + was.name(), "");
            redirect.addFlashAttribute("done", "account.password.changed");
        }
        return "redirect:/account";
    }

    private void keep(Account account) {
        this.accounts.save(account);
        this.fresh.changed();
    }

    private Account own() {
        String name = Audit.user();
        return this.accounts.account(name).orElseThrow(() -> new NotFoundException("account", name));
    }

    private static Locale language(String tag) {
        return switch (tag) {
            case "ko" -> Locale.KOREAN;
            case "en" -> Locale.ENGLISH;
            default -> throw new InvalidInputException("language", tag, "ko or en");
        };
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("zone", id, "a zone such as Asia/Seoul");
        }
    }

}
