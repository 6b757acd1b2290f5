package monitoring.dashboard.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets those who are signed in make and take back tokens, and end sessions; shows how the
 * API is tried.
 */
@Controller
class AccessController {

    private final ApiTokens tokens;

    private final OpenSessions sessions;

    AccessController(ApiTokens tokens, OpenSessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The token's text is shown on the next page, and nowhere again. */
    @PostMapping("/account/tokens")
    String create(ApiTokenForm form, RedirectAttributes redirect) {
        redirect.addFlashAttribute("fresh", this.tokens.create(form));
        return "redirect:/account";
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable String id, RedirectAttributes redirect) {
        this.tokens.revoke(id);
        redirect.addFlashAttribute("done", "account.token.revoked");
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/{id}/end")
    String end(@PathVariable String id, RedirectAttributes redirect) {
        this.sessions.end(Audit.user(), id);
        redirect.addFlashAttribute("done", "account.session.ended");
        return "redirect:/account";
    }

    /** Ends all sessions of somebody; administrators only. */
    @PostMapping("/account/users/{name}/sign-out")
    String signOut(@PathVariable String name, RedirectAttributes redirect) {
        this.sessions.endAll(name);
        redirect.addFlashAttribute("done", "account.session.ended");
        return "redirect:/account/users";
    }

    @GetMapping("/account/api")
    String api() {
        return "account/api";
    }

}
