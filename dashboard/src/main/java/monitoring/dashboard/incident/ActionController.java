package monitoring.dashboard.incident;

import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what people write about an alarm. */
@Controller
@RequestMapping("/alarm/{alarmId}/action")
class ActionController {

    private final ActionEdits edits;

    private final AlarmStore alarms;

    ActionController(ActionEdits edits, AlarmStore alarms) {
        this.edits = edits;
        this.alarms = alarms;
    }

    @PostMapping
    String create(@PathVariable String alarmId, @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String back) {
        Alarm alarm = alarm(alarmId);
        this.edits.create(alarmId, description);
        return back(back, alarm);
    }

    @PostMapping("/{id}")
    String edit(@PathVariable String alarmId, @PathVariable String id,
            @RequestParam(defaultValue = "") String description, @RequestParam(defaultValue = "") String back) {
        Alarm alarm = alarm(alarmId);
        this.edits.edit(this.edits.find(alarmId, id), description);
        return back(back, alarm);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String alarmId, @PathVariable String id, @RequestParam(defaultValue = "") String back) {
        Alarm alarm = alarm(alarmId);
        this.edits.delete(this.edits.find(alarmId, id));
        return back(back, alarm);
    }

    private Alarm alarm(String id) {
        return this.alarms.find(id).orElseThrow(() -> new NotFoundException("alarm", id));
    }

    /** To the page it was written on: the incident's or the alarm's. */
    private static String back(String back, Alarm alarm) {
        return ("incident".equals(back) && alarm.incidentId() != null) ? "redirect:/incident/" + alarm.incidentId()
                : "redirect:/alarm/" + alarm.id();
    }

}
