package monitoring.dashboard.scaling;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetail;
import monitoring.dashboard.account.AuditDetails;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.Problems;
import monitoring.storage.alarm.AppAlarms;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.policy.Threshold;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** PaaS-TA's portal paths for the policies of an app, with its fields and answers. */
@RestController
@RequestMapping("/v2/paas/app")
class PortalController {

    /** Who changes something by these paths. */
    private static final String PORTAL = "portal";

    private final ScalingStore scaling;

    private final PolicyStore policies;

    private final AppAlarms alarms;

    private final Audit audit;

    PortalController(ScalingStore scaling, PolicyStore policies, AppAlarms alarms, Audit audit) {
        this.scaling = scaling;
        this.policies = policies;
        this.alarms = alarms;
        this.audit = audit;
    }

    @GetMapping("/autoscaling/policy")
    Map<String, Object> scalingPolicy(@RequestParam String appGuid) {
        return this.scaling.policy(appGuid).map(PortalController::fields).orElse(Map.of());
    }

    @PostMapping("/autoscaling/policy")
    ResponseEntity<Status> saveScalingPolicy(@RequestBody Map<String, Object> body) {
        Problems problems = new Problems();
        String guid = problems.words("appGuid", text(body, "appGuid"), 50);
        Optional<ScalingPolicy> read = form(body).read(guid, problems);
        if (read.isEmpty()) {
            return refused(problems);
        }
        ScalingPolicy policy = read.get();
        this.scaling.save(policy, PORTAL);
        this.audit.record(PORTAL, "scaling.save", "app_auto_scaling_policies/" + guid, AuditDetails.of(policy));
        return ResponseEntity.ok(Status.SUCCESS);
    }

    @GetMapping("/alarm/policy")
    Map<String, Object> alarmPolicy(@RequestParam String appGuid) {
        return this.policies.appAlarmPolicy(appGuid).map(PortalController::fields).orElse(Map.of());
    }

    @PostMapping("/alarm/policy")
    ResponseEntity<Status> saveAlarmPolicy(@RequestBody Map<String, Object> body) {
        Problems problems = new Problems();
        String guid = problems.words("appGuid", text(body, "appGuid"), 50);
        int[] cpu = limits("cpu", body, problems);
        int[] memory = limits("memory", body, problems);
        int measure = problems.number("measureTimeSec", text(body, "measureTimeSec"), 1, 86_400);
        String email = Optional.ofNullable(text(body, "email")).orElse("").strip();
        if (email.length() > 100 || (!email.isEmpty() && !email.matches("[^\\s@,;<>]+@[^\\s@,;<>]+"))) {
            problems.put("email", "web.problem.words");
        }
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        AppAlarmPolicy policy = new AppAlarmPolicy(guid, new Threshold(cpu[0], cpu[1]),
                new Threshold(memory[0], memory[1]), Duration.ofSeconds(measure), email,
                "Y".equals(text(body, "emailSendYn")), "Y".equals(text(body, "alarmUseYn")));
        this.policies.save(policy, PORTAL);
        this.audit.record(PORTAL, "policy.save", "app_alarm_policies/" + guid, AuditDetails.of(policy));
        return ResponseEntity.ok(Status.SUCCESS);
    }

    /**
     * Deletes the policies of an app, and what the portal was told of its alarms: PaaS-TA
     * does both, and the portal's list is empty then.
     */
    @DeleteMapping("/policy/{guid}")
    Status delete(@PathVariable String guid) {
        if (guid.length() > 50) {
            throw new InvalidInputException("guid", guid, "at most 50 characters");
        }
        this.scaling.delete(guid);
        this.policies.deleteAppAlarmPolicy(guid);
        int told = this.alarms.forget(guid);
        this.audit.record(PORTAL, "policy.delete", "app/" + guid, AuditDetail.of("portalAlarms", told));
        return Status.SUCCESS;
    }

    private static int[] limits(String of, Map<String, Object> body, Problems problems) {
        int warning = problems.number(of + "WarningThreshold", text(body, of + "WarningThreshold"), 1, 99);
        int critical = problems.number(of + "CriticalThreshold", text(body, of + "CriticalThreshold"), 1, 100);
        if (warning >= critical) {
            problems.put(of + "CriticalThreshold", "web.problem.order");
        }
        return new int[] { warning, critical };
    }

    private static ScalingForm form(Map<String, Object> body) {
        return new ScalingForm(text(body, "instanceMinCnt"), text(body, "instanceMaxCnt"),
                text(body, "instanceVariationUnit"), text(body, "cpuMinThreshold"), text(body, "cpuMaxThreshold"),
                text(body, "memoryMinThreshold"), text(body, "memoryMaxThreshold"), text(body, "measureTimeSec"),
                text(body, "autoScalingOutYn"), text(body, "autoScalingInYn"), text(body, "autoScalingCpuYn"),
                text(body, "autoScalingMemoryYn"));
    }

    private static Map<String, Object> fields(ScalingPolicy policy) {
        ScalingForm form = ScalingForm.of(policy);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("appGuid", policy.appGuid());
        fields.put("instanceMinCnt", policy.instances().min());
        fields.put("instanceMaxCnt", policy.instances().max());
        fields.put("cpuMinThreshold", Math.round(policy.cpu().min()));
        fields.put("cpuMaxThreshold", Math.round(policy.cpu().max()));
        fields.put("memoryMinThreshold", Math.round(policy.memory().min()));
        fields.put("memoryMaxThreshold", Math.round(policy.memory().max()));
        fields.put("instanceVariationUnit", policy.instances().unit());
        fields.put("measureTimeSec", policy.measureTime().toSeconds());
        fields.put("autoScalingOutYn", form.autoScalingOutYn());
        fields.put("autoScalingInYn", form.autoScalingInYn());
        fields.put("autoScalingCpuYn", form.autoScalingCpuYn());
        fields.put("autoScalingMemoryYn", form.autoScalingMemoryYn());
        return fields;
    }

    private static Map<String, Object> fields(AppAlarmPolicy policy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("appGuid", policy.appGuid());
        fields.put("cpuWarningThreshold", Math.round(policy.cpu().warning()));
        fields.put("cpuCriticalThreshold", Math.round(policy.cpu().critical()));
        fields.put("memoryWarningThreshold", Math.round(policy.memory().warning()));
        fields.put("memoryCriticalThreshold", Math.round(policy.memory().critical()));
        fields.put("measureTimeSec", policy.measureTime().toSeconds());
        fields.put("email", policy.email());
        fields.put("emailSendYn", policy.emailSent() ? "Y" : "N");
        fields.put("alarmUseYn", policy.enabled() ? "Y" : "N");
        return fields;
    }

    private static @Nullable String text(Map<String, Object> body, String name) {
        Object value = body.get(name);
        return (value == null) ? null : value.toString();
    }

    private static ResponseEntity<Status> refused(Problems problems) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
            .body(new Status("fail", "out of range or missing: " + problems));
    }

    /**
     * What the portal reads.
     *
     * @param status success or fail
     * @param message what was wrong
     */
    record Status(String status, String message) {

        static final Status SUCCESS = new Status("success", "");

    }

}
