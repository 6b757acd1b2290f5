package monitoring.dashboard.account;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the page to sign in. */
@Controller
class LoginController {

    @GetMapping("/login")
    String page(@RequestParam(required = false) String error, @RequestParam(required = false) String wait,
            @RequestParam(required = false) String out, @RequestParam(required = false) String away, Model model) {
        if (wait != null) {
            model.addAttribute("note", "account.login.wait");
        }
        else if (away != null) {
            model.addAttribute("note", "account.login.away");
        }
        else if (error != null) {
            model.addAttribute("note", "account.login.error");
        }
        else if (out != null) {
            model.addAttribute("done", "account.login.out");
        }
        return "account/login";
    }

}
