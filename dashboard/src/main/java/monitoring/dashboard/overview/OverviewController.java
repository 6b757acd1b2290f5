package monitoring.dashboard.overview;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows whether the platform is well, and tells open pages when that changes. */
@Controller
@RequestMapping("/overview")
class OverviewController {

    private final Pictures pictures;

    private final LiveStream stream;

    OverviewController(Pictures pictures, LiveStream stream) {
        this.pictures = pictures;
        this.stream = stream;
    }

    @GetMapping
    String page(@RequestHeader(name = "HX-Request", defaultValue = "") String htmx, Model model) {
        model.addAttribute("picture", this.pictures.now());
        return htmx.isEmpty() ? "overview/overview" : "overview/overview :: live";
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpServletResponse response) {
        // nginx keeps events back otherwise
        response.setHeader("X-Accel-Buffering", "no");
        return this.stream.open();
    }

}
