package monitoring.dashboard.log;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterStore;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Log events that the log store refused, for programs. */
@RestController
@Tag(name = "Logs")
@RequestMapping("/api/v1/logs/dead-letters")
class DeadLetterApiController {

    /** The most that are named in one request. */
    private static final int MOST = 1000;

    private final DeadLetterStore letters;

    private final DeadLetterReplay replay;

    private final StoreWatch stores;

    DeadLetterApiController(DeadLetterStore letters, DeadLetterReplay replay, StoreWatch stores) {
        this.letters = letters;
        this.replay = replay;
        this.stores = stores;
    }

    /**
     * The latest first; {@code after} takes the {@code next} of the page before.
     * @param size the most of a page, 1 to 1000
     */
    @GetMapping
    Letters list(DeadLetterForm form, @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > 1000) {
            throw new InvalidInputException("size", size, "1..1000");
        }
        DeadLetterPage found = this.stores.require(Store.LOGS, () -> this.letters.list(form.query(size)));
        return new Letters(found.letters(), found.total(), found.next());
    }

    /** Writes some of them to the logs again. */
    @PostMapping("/replay")
    DeadLetterReplay.Outcome replay(@RequestBody Chosen chosen) {
        List<String> ids = (chosen.ids() == null) ? List.of() : chosen.ids();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new InvalidInputException("ids", ids.size() + " ids", "1.." + MOST + " ids");
        }
        return this.stores.require(Store.LOGS, () -> this.replay.these(ids));
    }

    /**
     * Writes all of them to the logs again that fit a filter; its cursor does not count.
     */
    @PostMapping("/replay-all")
    DeadLetterReplay.Outcome replayAll(@RequestBody DeadLetterForm form) {
        return this.stores.require(Store.LOGS, () -> this.replay.all(form));
    }

    /**
     * Which ones are to be written again.
     *
     * @param ids of the letters, at most 1000; unknown ones are left out
     */
    record Chosen(@Nullable List<String> ids) {
    }

    /**
     * Dead letters that were found.
     *
     * @param items the latest first
     * @param total how many there are in all
     * @param next what to ask the next page with, null on the last one
     */
    record Letters(List<DeadLetter> items, long total, @Nullable String next) {
    }

}
