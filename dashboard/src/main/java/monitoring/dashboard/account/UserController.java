package monitoring.dashboard.account;

import java.util.List;
import java.util.Locale;

import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.WebProperties;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the accounts and changes them. */
@Controller
@RequestMapping("/account/users")
class UserController {

    private final AccountStore accounts;

    private final PasswordEncoder encoder;

    private final FreshAccountFilter fresh;

    private final Audit audit;

    private final WebProperties web;

    UserController(AccountStore accounts, PasswordEncoder encoder, FreshAccountFilter fresh, Audit audit,
            WebProperties web) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.fresh = fresh;
        this.audit = audit;
        this.web = web;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", this.accounts.accounts());
        model.addAttribute("roles", Role.values());
        return "account/users";
    }

    @PostMapping
    String create(@RequestParam String name, @RequestParam String password, @RequestParam Role role,
            RedirectAttributes redirect) {
        String called = name.strip();
        if (!called.matches("[\\w.@-]{2,50}")) {
            throw new InvalidInputException("name", name, "2..50 letters, digits, _ . @ or -");
        }
        if (this.accounts.account(called).isPresent()) {
            throw new InvalidInputException("name", called, "one that is not taken");
        }
        keep(new Account(called, this.encoder.encode(checked(password)), role, "", Locale.KOREAN, this.web.zone(),
                true), "account.create");
        redirect.addFlashAttribute("done", "account.users.saved");
        return "redirect:/account/users";
    }

    @PostMapping("/{name}")
    String change(@PathVariable String name, @RequestParam Role role, @RequestParam(defaultValue = "") String enabled,
            @RequestParam(defaultValue = "") String password, RedirectAttributes redirect) {
        Account was = find(name);
        String hash = password.isEmpty() ? was.passwordHash() : this.encoder.encode(checked(password));
        Account is = new Account(name, hash, role, was.organization(), was.language(), was.zone(),
                "on".equals(enabled));
        requireAnAdministrator(is);
        keep(is, "account.change");
        redirect.addFlashAttribute("done", "account.users.saved");
        return "redirect:/account/users";
    }

    @PostMapping("/{name}/delete")
    String delete(@PathVariable String name, RedirectAttributes redirect) {
        Account was = find(name);
        requireAnAdministrator(new Account(name, "", Role.VIEWER, "", was.language(), was.zone(), false));
        this.accounts.delete(name);
        this.fresh.changed();
        this.audit.record("account.delete", "accounts/" + name, was.toString());
        redirect.addFlashAttribute("done", "account.users.deleted");
        return "redirect:/account/users";
    }

    /** Somebody must be left who can undo a mistake. */
    private void requireAnAdministrator(Account changed) {
        List<Account> all = this.accounts.accounts();
        boolean left = all.stream()
            .map((one) -> one.name().equals(changed.name()) ? changed : one)
            .anyMatch((one) -> one.enabled() && one.role() == Role.ADMINISTRATOR);
        if (!left) {
            throw new InvalidInputException("account", changed.name(),
                    "at least one other administrator who may sign in");
        }
    }

    private void keep(Account account, String action) {
        this.accounts.save(account);
        this.fresh.changed();
        this.audit.record(action, "accounts/" + account.name(), account + (account.enabled() ? "" : ", disabled"));
    }

    private Account find(String name) {
        return this.accounts.account(name).orElseThrow(() -> new NotFoundException("account", name));
    }

    private static String checked(String password) {
        if (password.length() < 8 || password.length() > 200) {
            throw new InvalidInputException("password", password.length() + " characters", "8..200");
        }
        return password;
    }

}
