package monitoring.dashboard.notification;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tries whether a receiver can be told. */
@Controller
class TestController {

    private final TestMessages messages;

    TestController(TestMessages messages) {
        this.messages = messages;
    }

    @PostMapping("/notification/receivers/{id}/test")
    String send(@PathVariable String id) {
        return this.messages.send(id)
            .map((kept) -> "redirect:/notification/" + kept.id())
            .orElse("redirect:/notification");
    }

}
