package monitoring.dashboard.overview;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.StoreWatch;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the platform is well, for programs. */
@RestController
@Tag(name = "Overview")
@RequestMapping("/api/v1/overview")
class OverviewApiController {

    private final Pictures pictures;

    private final StoreWatch stores;

    OverviewApiController(Pictures pictures, StoreWatch stores) {
        this.pictures = pictures;
        this.stores = stores;
    }

    /** What the first screen shows, and which stores are away. */
    @GetMapping
    Overview overview() {
        return new Overview(this.pictures.now(), this.stores.away());
    }

    /**
     * Whether the platform is well.
     *
     * @param picture counts by state, open incidents, changes, load and flow
     * @param away stores that do not answer
     */
    record Overview(Picture picture, List<StoreWatch.Outage> away) {
    }

}
