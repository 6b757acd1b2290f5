package monitoring.dashboard.account;

import java.util.Arrays;
import java.util.Optional;

import monitoring.dashboard.account.UaaRefusal.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the page to sign in. */
@Controller
class LoginController {

    private final UaaProperties properties;

    LoginController(UaaProperties properties) {
        this.properties = properties;
    }

    @GetMapping("/login")
    String page(Outcome outcome, @RequestParam(required = false) @Nullable String wait, Model model) {
        model.addAttribute("uaa", this.properties.isOn());
        Optional<Reason> refusal = outcome.refusal();
        if (refusal.isPresent()) {
            model.addAttribute("note", "account.login.uaa." + refusal.get().word());
        }
        else if (wait != null) {
            model.addAttribute("note", "account.login.wait");
        }
        else if (outcome.away != null) {
            model.addAttribute("note", "account.login.away");
        }
        else if (outcome.error != null) {
            model.addAttribute("note", "account.login.error");
        }
        else if (outcome.changed != null) {
            model.addAttribute("note", "account.login.changed");
        }
        else if (outcome.out != null) {
            model.addAttribute("done", "account.login.out");
        }
        return "account/login";
    }

    /**
     * What became of the last attempt; each is null where it is not so.
     *
     * @param error name or password was wrong
     * @param out somebody signed out
     * @param changed the account is not what it was when somebody signed in
     * @param away the database does not answer
     * @param uaa why the UAA's user was not let in, in the word of the reason
     */
    record Outcome(@Nullable String error, @Nullable String out, @Nullable String changed, @Nullable String away,
            @Nullable String uaa) {

        Optional<Reason> refusal() {
            return Arrays.stream(Reason.values()).filter((one) -> one.word().equals(this.uaa)).findFirst();
        }

    }

}
