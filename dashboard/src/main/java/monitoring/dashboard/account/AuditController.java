package monitoring.dashboard.account;

import monitoring.dashboard.web.Turn;
import monitoring.dashboard.web.Turns;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.AuditEntry;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows who changed what. */
@Controller
@RequestMapping("/account/audit")
class AuditController {

    private final AccountStore accounts;

    AuditController(AccountStore accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String action, Turn turn, Model model) {
        PageRequest request = turn.request(100);
        PageOf<AuditEntry> found = this.accounts.audit(action.strip(), request);
        model.addAttribute("action", action.strip());
        model.addAttribute("actions", AuditActions.ALL);
        model.addAttribute("entries", found.items());
        model.addAttribute("turns", Turns.of(found));
        return "account/audit";
    }

}
