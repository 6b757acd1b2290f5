package monitoring.dashboard.account;

import monitoring.dashboard.web.Pager;
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
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        PageRequest request = Pager.request(page, 100);
        PageOf<AuditEntry> found = this.accounts.audit(request);
        model.addAttribute("entries", found.items());
        model.addAttribute("pager", Pager.of(request, found.total()));
        return "account/audit";
    }

}
