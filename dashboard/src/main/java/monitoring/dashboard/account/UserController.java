package monitoring.dashboard.account;

import monitoring.storage.account.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the accounts and changes them. */
@Controller
@RequestMapping("/account/users")
class UserController {

    private final Accounts accounts;

    private final UaaProperties uaa;

    UserController(Accounts accounts, UaaProperties uaa) {
        this.accounts = accounts;
        this.uaa = uaa;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", this.accounts.all());
        model.addAttribute("roles", Role.values());
        model.addAttribute("uaa", this.uaa.isOn());
        return "account/users";
    }

    @PostMapping
    String create(AccountForm form, RedirectAttributes redirect) {
        this.accounts.create(form);
        redirect.addFlashAttribute("done", "account.users.saved");
        return "redirect:/account/users";
    }

    @PostMapping("/{name}")
    String change(@PathVariable String name, AccountForm form, RedirectAttributes redirect) {
        this.accounts.change(name, form);
        redirect.addFlashAttribute("done", "account.users.saved");
        return "redirect:/account/users";
    }

    @PostMapping("/{name}/delete")
    String delete(@PathVariable String name, RedirectAttributes redirect) {
        this.accounts.delete(name);
        redirect.addFlashAttribute("done", "account.users.deleted");
        return "redirect:/account/users";
    }

}
