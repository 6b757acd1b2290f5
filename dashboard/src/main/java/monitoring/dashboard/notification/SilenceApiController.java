package monitoring.dashboard.notification;

import java.util.List;

import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Silence;
import monitoring.storage.alarm.SilenceStore;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Periods in which nobody is told, for programs. */
@RestController
@RequestMapping("/api/v1/silences")
class SilenceApiController {

    private final SilenceStore silences;

    private final SilenceEdits edits;

    private final StoreWatch stores;

    SilenceApiController(SilenceStore silences, SilenceEdits edits, StoreWatch stores) {
        this.silences = silences;
        this.edits = edits;
        this.stores = stores;
    }

    @GetMapping
    List<Silence> list() {
        return this.stores.require(Store.RELATIONS, this.silences::list);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Silence create(@RequestBody SilenceForm form) {
        return this.edits.create(form);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        this.edits.delete(id);
    }

}
