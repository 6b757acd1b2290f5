package monitoring.dashboard.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidFormException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Versions;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Thresholds, for programs. A change says which version it read (If-Match). */
@RestController
@Tag(name = "Policies")
@RequestMapping("/api/v1/policies")
class PolicyApiController {

    private final PolicyStore policies;

    private final PolicyEdits edits;

    private final StoreWatch stores;

    private final Versions versions;

    PolicyApiController(PolicyStore policies, PolicyEdits edits, StoreWatch stores, Versions versions) {
        this.policies = policies;
        this.edits = edits;
        this.stores = stores;
        this.versions = versions;
    }

    /** All of them, for each kind of target and resource. */
    @GetMapping
    List<AlarmPolicy> list() {
        return this.stores.require(Store.RELATIONS, this.policies::alarmPolicies).valid();
    }

    /**
     * Rows of the policies' tables that are no valid policy, of thresholds and of apps,
     * each with its table, key and what is wrong. Nobody is alarmed by them.
     */
    @GetMapping("/rejected")
    List<String> rejected() {
        return this.stores.require(Store.RELATIONS,
                () -> Stream.of(this.policies.alarmPolicies(), this.policies.appAlarmPolicies())
                    .flatMap((all) -> all.rejected().stream())
                    .toList());
    }

    /** One of them, with its version. */
    @GetMapping("/{id}")
    ResponseEntity<AlarmPolicy> one(@PathVariable String id) {
        return this.versions.answer(this.edits.find(id));
    }

    /**
     * Makes the policy of a deployment, or that of all others where there is none yet.
     */
    @PostMapping
    ResponseEntity<AlarmPolicy> create(@RequestBody PolicyForm form) {
        Map<String, String> problems = PolicyForm.problems();
        return this.versions.created(kept(this.edits.create(form, problems), problems));
    }

    /** Changes the limits and times of a policy; not its origin, resource and scope. */
    @PutMapping("/{id}")
    ResponseEntity<AlarmPolicy> edit(@PathVariable String id, @RequestBody PolicyForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        Map<String, String> problems = PolicyForm.problems();
        return this.versions.answer(this.versions.change(version, () -> this.edits.find(id),
                () -> kept(this.edits.edit(this.edits.find(id), form, problems), problems)));
    }

    /**
     * Takes a policy away. PaaS-TA's own, for CPU, memory and disk of all others, can
     * only be changed.
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        this.versions.change(version, () -> this.edits.find(id), () -> {
            this.edits.delete(id);
            return true;
        });
    }

    private static AlarmPolicy kept(Optional<AlarmPolicy> kept, Map<String, String> problems) {
        return kept.orElseThrow(() -> new InvalidFormException(problems));
    }

}
