package monitoring.dashboard.alarm;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names the services that fit what somebody types into the filter of the list. */
@Controller
class PlaceController {

    /** More than these nobody reads while typing. */
    private static final int MOST = 20;

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @GetMapping("/alarm/services")
    String services(@RequestParam(defaultValue = "") String service, Model model) {
        model.addAttribute("services", this.places.services(service, MOST));
        return "alarm/places :: services";
    }

}
