package monitoring.dashboard.web;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads from the bare address to the first page of the one who is signed in. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        @Nullable Viewer viewer = Viewer.current();
        return "redirect:" + ((viewer != null && viewer.isBound()) ? "/inventory/apps" : "/overview");
    }

}
