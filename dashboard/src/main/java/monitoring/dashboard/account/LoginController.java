package monitoring.dashboard.account;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import monitoring.dashboard.account.UaaRefusal.Reason;

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
    String page(@RequestParam Map<String, String> query, Model model) {
        model.addAttribute("uaa", this.properties.isOn());
        Optional<Reason> refusal = Arrays.stream(Reason.values())
            .filter((one) -> one.word().equals(query.get("uaa")))
            .findFirst();
        if (refusal.isPresent()) {
            model.addAttribute("note", "account.login.uaa." + refusal.get().word());
        }
        else if (query.containsKey("out")) {
            model.addAttribute("done", "account.login.out");
        }
        else {
            Stream.of("wait", "away", "error")
                .filter(query::containsKey)
                .findFirst()
                .ifPresent((note) -> model.addAttribute("note", "account.login." + note));
        }
        return "account/login";
    }

}
