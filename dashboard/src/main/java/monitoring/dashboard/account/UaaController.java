package monitoring.dashboard.account;

import monitoring.dashboard.account.UaaRefusal.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Sends somebody to the UAA once it was seen to answer: a browser that is sent to a
 * server which is down shows nothing that helps.
 */
@Controller
class UaaController {

    private static final Logger logger = LoggerFactory.getLogger(UaaController.class);

    private final UaaProperties properties;

    private final Uaa uaa;

    UaaController(UaaProperties properties, Uaa uaa) {
        this.properties = properties;
        this.uaa = uaa;
    }

    @GetMapping("/login/uaa")
    String signIn() {
        if (!this.properties.isOn()) {
            return refused(Reason.OFF);
        }
        try {
            this.uaa.requireAnswer();
            return "redirect:/oauth2/authorization/" + UaaSecurityConfiguration.REGISTRATION;
        }
        catch (UaaRefusal ex) {
            logger.warn("Sign-in by the UAA refused ({}): {}", ex.reason().word(), ex.getMessage());
            return refused(ex.reason());
        }
    }

    private static String refused(Reason reason) {
        return "redirect:/login?uaa=" + reason.word();
    }

}
