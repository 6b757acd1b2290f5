package monitoring.dashboard.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.NotFoundException;
import monitoring.dashboard.web.Sight;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who was told of an alarm and who was not, and why, for programs. */
@RestController
@Tag(name = "Messages")
class ToldApiController {

    private final AlarmStore alarms;

    private final Sight sight;

    private final Told told;

    private final Explanations explanations;

    ToldApiController(AlarmStore alarms, Sight sight, Told told, Explanations explanations) {
        this.alarms = alarms;
        this.sight = sight;
        this.told = told;
        this.explanations = explanations;
    }

    /**
     * Who was told of an alarm, and what became of it; of everybody else, why they were
     * not told.
     */
    @GetMapping("/api/v1/alarms/{id}/told")
    Telling telling(@PathVariable String id) {
        Alarm alarm = this.alarms.find(id).orElseThrow(() -> new NotFoundException("alarm", id));
        this.sight.require(alarm);
        Told.Answer answer = this.told.of(alarm);
        return new Telling(
                answer.told().stream().map((one) -> Message.of(one, answer.names(), this.explanations)).toList(),
                answer.untold().stream().map((one) -> RouteView.of(one, this.explanations)).toList());
    }

    /**
     * Who was told, and who was not.
     *
     * @param told what the batch decided, oldest first
     * @param untold receivers that it had no reason to ask about, with the reason of
     * today
     */
    record Telling(List<Message> told, List<RouteView> untold) {
    }

    /**
     * A message, or the decision to send none.
     *
     * @param id of the notification
     * @param receiverId to whom
     * @param receiver what people call them
     * @param reason which step of the alarm it is about
     * @param state what became of it; SUPPRESSED for those who were not told
     * @param at when it was sent, or else when the step was taken
     * @param words why, or what the server said; in the account's language where it is
     * ours
     */
    record Message(String id, String receiverId, String receiver, Reason reason, Notification.State state, Instant at,
            String words) {

        static Message of(Notification one, Map<String, String> names, Explanations explanations) {
            @Nullable Instant sent = one.delivery().sentAt();
            return new Message(one.id(), one.receiverId(), names.getOrDefault(one.receiverId(), one.receiverId()),
                    one.reason(), one.delivery().state(), (sent == null) ? one.createdAt() : sent,
                    explanations.of(one.delivery().detail()));
        }

    }

}
