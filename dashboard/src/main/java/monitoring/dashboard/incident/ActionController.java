package monitoring.dashboard.incident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentAction;
import monitoring.storage.alarm.IncidentStore;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what people did about an alarm, in their words. */
@Controller
@RequestMapping("/alarm/{alarmId}/action")
class ActionController {

    private static final int LONGEST = 20_000;

    private final IncidentStore incidents;

    private final AlarmStore alarms;

    private final Audit audit;

    private final Clock clock;

    ActionController(IncidentStore incidents, AlarmStore alarms, Audit audit, Clock clock) {
        this.incidents = incidents;
        this.alarms = alarms;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable String alarmId, @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String back) {
        Alarm alarm = alarm(alarmId);
        IncidentAction kept = this.incidents
            .save(new IncidentAction("", alarmId, checked(description), Audit.user(), this.clock.instant(), null));
        this.audit.record("action.create", "alarm_actions/" + kept.id(), "alarm " + alarmId);
        return back(back, alarm);
    }

    @PostMapping("/{id}")
    String edit(@PathVariable String alarmId, @PathVariable String id,
            @RequestParam(defaultValue = "") String description, @RequestParam(defaultValue = "") String back) {
        Alarm alarm = alarm(alarmId);
        IncidentAction was = action(alarmId, id);
        this.incidents
            .save(new IncidentAction(id, alarmId, checked(description), was.user(), was.at(), this.clock.instant()));
        this.audit.record("action.edit", "alarm_actions/" + id, "was: " + was.description());
        return back(back, alarm);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String alarmId, @PathVariable String id, @RequestParam(defaultValue = "") String back) {
        Alarm alarm = alarm(alarmId);
        IncidentAction was = action(alarmId, id);
        this.incidents.deleteAction(id);
        this.audit.record("action.delete", "alarm_actions/" + id, "was: " + was.description());
        return back(back, alarm);
    }

    private Alarm alarm(String id) {
        return this.alarms.find(id).orElseThrow(() -> new NotFoundException("alarm", id));
    }

    private IncidentAction action(String alarmId, String id) {
        List<IncidentAction> all = this.incidents.actionsOfAlarm(alarmId);
        return all.stream()
            .filter((one) -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("action", id));
    }

    private static String checked(String description) {
        if (description.isBlank()) {
            throw new InvalidInputException("description", "blank", "what was done");
        }
        if (description.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidInputException("description", description.length() + " characters",
                    "at most " + LONGEST + " bytes");
        }
        return description.strip();
    }

    /** To the page it was written on: the incident's or the alarm's. */
    private static String back(String back, Alarm alarm) {
        return ("incident".equals(back) && alarm.incidentId() != null) ? "redirect:/incident/" + alarm.incidentId()
                : "redirect:/alarm/" + alarm.id();
    }

}
