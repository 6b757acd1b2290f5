package monitoring.dashboard.policy;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidFormException;
import monitoring.dashboard.web.Problems;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Versions;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The alarm policies that apps have of their own, for programs. A change says which
 * version it read (If-Match).
 */
@RestController
@Tag(name = "Policies")
@RequestMapping("/api/v1/policies/apps")
class AppPolicyApiController {

    private final PolicyStore policies;

    private final AppPolicyEdits edits;

    private final StoreWatch stores;

    private final Versions versions;

    AppPolicyApiController(PolicyStore policies, AppPolicyEdits edits, StoreWatch stores, Versions versions) {
        this.policies = policies;
        this.edits = edits;
        this.stores = stores;
        this.versions = versions;
    }

    /** Those of all apps that have one. */
    @GetMapping
    List<AppAlarmPolicy> list() {
        return this.stores.require(Store.RELATIONS, this.policies::appAlarmPolicies).valid();
    }

    /** That of one app. */
    @GetMapping("/{guid}")
    ResponseEntity<AppAlarmPolicy> one(@PathVariable String guid) {
        return this.versions.answer(this.edits.find(guid));
    }

    /** Makes the policy of an app, or changes it; a change says which version it read. */
    @PutMapping("/{guid}")
    ResponseEntity<AppAlarmPolicy> save(@PathVariable String guid, @RequestBody AppPolicyForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        if (this.edits.known(guid).isEmpty()) {
            return this.versions.created(keep(guid, form));
        }
        return this.versions.answer(this.versions.change(version, () -> this.edits.find(guid), () -> keep(guid, form)));
    }

    /** Takes the policy of an app away. */
    @DeleteMapping("/{guid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String guid,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        this.versions.change(version, () -> this.edits.find(guid), () -> {
            this.edits.delete(guid);
            return true;
        });
    }

    private AppAlarmPolicy keep(String guid, AppPolicyForm form) {
        Problems problems = new Problems();
        return this.edits.keep(guid, form, problems).orElseThrow(() -> new InvalidFormException(problems.all()));
    }

}
