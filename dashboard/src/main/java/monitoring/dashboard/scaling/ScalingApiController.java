package monitoring.dashboard.scaling;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.ApiPage;
import monitoring.dashboard.web.InvalidFormException;
import monitoring.dashboard.web.Problems;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.dashboard.web.Versions;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** AutoScale policies and what came of them, for programs. */
@RestController
@Tag(name = "AutoScale")
@RequestMapping("/api/v1/scaling")
class ScalingApiController {

    private final ScalingStore scaling;

    private final ScalingEdits edits;

    private final StoreWatch stores;

    private final Versions versions;

    ScalingApiController(ScalingStore scaling, ScalingEdits edits, StoreWatch stores, Versions versions) {
        this.scaling = scaling;
        this.edits = edits;
        this.stores = stores;
        this.versions = versions;
    }

    /** Those of all apps that have one. */
    @GetMapping("/policies")
    List<ScalingPolicy> policies() {
        return this.stores.require(Store.RELATIONS, this.scaling::policies).valid();
    }

    /**
     * Rows of the table of AutoScale policies that are no valid policy, each with its key
     * and what is wrong. Nothing is scaled by them.
     */
    @GetMapping("/policies/rejected")
    List<String> rejected() {
        return this.stores.require(Store.RELATIONS, this.scaling::policies).rejected();
    }

    /** That of one app. */
    @GetMapping("/policies/{guid}")
    ResponseEntity<ScalingPolicy> policy(@PathVariable String guid) {
        return this.versions.answer(this.edits.find(guid));
    }

    /** Makes the policy of an app, or changes it; a change says which version it read. */
    @PutMapping("/policies/{guid}")
    ResponseEntity<ScalingPolicy> save(@PathVariable String guid, @RequestBody ScalingForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        if (this.scaling.policy(guid).isEmpty()) {
            return this.versions.created(keep(guid, form));
        }
        return this.versions.answer(this.versions.change(version, () -> this.edits.find(guid), () -> keep(guid, form)));
    }

    /** Takes the policy of an app away; it is scaled no more. */
    @DeleteMapping("/policies/{guid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String guid,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        this.versions.change(version, () -> this.edits.find(guid), () -> {
            this.edits.delete(guid);
            return true;
        });
    }

    /**
     * What came of asking, newest first.
     * @param app GUID of an app, empty for all
     */
    @GetMapping("/events")
    ApiPage<ScalingEvent> events(@RequestParam(defaultValue = "") String app, ApiPage.Part page) {
        PageRequest request = page.request();
        return ApiPage.of(this.stores.require(Store.RELATIONS, () -> this.scaling.events(app, request)), request);
    }

    private ScalingPolicy keep(String guid, ScalingForm form) {
        Problems problems = new Problems();
        return this.edits.keep(guid, form, problems).orElseThrow(() -> new InvalidFormException(problems.all()));
    }

}
