package monitoring.foundation.autoscale;

import java.util.Map;
import java.util.Optional;

import monitoring.foundation.cloudcontroller.Instances;
import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.Layout;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The AutoScale call of PaaS-TA's portal. As there it knows no absolute count: each call
 * is one instance more or fewer.
 */
@RestController
@RequestMapping("/autoscale")
class AutoScaleServer {

    private static final Logger logger = LoggerFactory.getLogger(AutoScaleServer.class);

    private final Layout layout;

    private final Instances instances;

    AutoScaleServer(Layout layout, Instances instances) {
        this.layout = layout;
        this.instances = instances;
    }

    /** Answers the new count as plain text; 400 and false, 204, or 417 and why. */
    @PostMapping("/external/app/updateApp")
    ResponseEntity<String> updateApp(@RequestBody Map<String, String> action) {
        String guid = action.getOrDefault("appGuid", "");
        String direction = action.getOrDefault("action", "");
        if (guid.isEmpty() || action.getOrDefault("appName", "").isEmpty() || !direction.matches("[OI]")) {
            return ResponseEntity.badRequest().body("false");
        }
        Optional<FoundationApp> app = this.layout.app(guid);
        if (app.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        int before = this.instances.of(app.get());
        if (before == 0) {
            return ResponseEntity.badRequest().body("false");
        }
        int after = this.instances.change(app.get(), direction.equals("O") ? 1 : -1);
        logger.info("AutoScale: {} {} for {} (cpu {}, memory {}): {} to {} instances", app.get().name(),
                direction.equals("O") ? "out" : "in", action.get("cause"), action.get("cpuUsage"),
                action.get("memoryUsage"), before, after);
        return ResponseEntity.ok(Integer.toString(after));
    }

}
