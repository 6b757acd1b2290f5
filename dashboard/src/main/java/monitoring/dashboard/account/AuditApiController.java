package monitoring.dashboard.account;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.AuditEntry;
import monitoring.storage.paging.PageRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who changed what, for programs. */
@RestController
@Tag(name = "Audit")
@RequestMapping("/api/v1/audit")
class AuditApiController {

    private final AccountStore accounts;

    AuditApiController(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * Newest first.
     * @param action only of this action, such as policy.save
     */
    @GetMapping
    ApiPage<AuditEntry> list(@RequestParam(defaultValue = "") String action, ApiPage.Part page) {
        PageRequest request = page.request();
        return ApiPage.of(this.accounts.audit(action.strip(), request), request);
    }

}
