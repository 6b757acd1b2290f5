package monitoring.dashboard.notification;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import monitoring.dashboard.web.Problems;
import monitoring.storage.metric.Origin;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.notification.Receiver.Scope;
import monitoring.storage.notification.Receiver.Style;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A receiver as it is edited. The secret is only ever written: an empty one keeps what is
 * there.
 *
 * @param name what people call it
 * @param channel how it is reached
 * @param address mail address, chat id or URL
 * @param secret token, empty to keep it
 * @param origin of what it wants to know, null for all
 * @param deployment of which deployment, empty for all
 * @param minimum only as bad as this, or worse
 * @param level 0 at once, 1 when nobody acknowledged in time
 * @param after minutes it waits for that; empty or 0 for as long as the batch usually
 * waits
 * @param language ko or en
 * @param zone in which it reads times
 * @param hourlyLimit messages an hour at most
 * @param enabled on where it is told at all
 * @param scaling on where it also wants to know when apps are scaled
 */
public record ReceiverForm(@Nullable String name, @Nullable Channel channel, @Nullable String address,
        @Nullable String secret, @Nullable Origin origin, @Nullable String deployment, @Nullable Severity minimum,
        @Nullable String level, @Nullable String after, @Nullable String language, @Nullable String zone,
        @Nullable String hourlyLimit, @Nullable String enabled, @Nullable String scaling) {

    static ReceiverForm of(Receiver receiver) {
        return new ReceiverForm(receiver.name(), receiver.channel(), receiver.address(), "", receiver.scope().origin(),
                receiver.scope().deployment(), receiver.scope().minimum(), String.valueOf(receiver.scope().level()),
                receiver.scope().after().isZero() ? "" : String.valueOf(receiver.scope().after().toMinutes()),
                receiver.style().language().getLanguage(), receiver.style().zone().getId(),
                String.valueOf(receiver.style().hourlyLimit()), receiver.enabled() ? "on" : "",
                receiver.scope().scaling() ? "on" : "");
    }

    static ReceiverForm fresh() {
        return new ReceiverForm("", Channel.MAIL, "", "", null, "", Severity.WARNING, "0", "", "ko", "Asia/Seoul", "60",
                "on", "");
    }

    /**
     * Reads it; empty if something is wrong.
     * @param was what is kept, null for a new one
     */
    Optional<Receiver> read(@Nullable Receiver was, WebhookTargets targets, Problems problems) {
        String called = problems.words("name", this.name, 50);
        String where = problems.words("address", this.address, 300);
        Channel how = (this.channel == null) ? Channel.MAIL : this.channel;
        check(how, where, targets, problems);
        int step = problems.number("level", this.level, 0, 9);
        boolean usual = this.after == null || this.after.isBlank();
        int minutes = usual ? 0 : problems.number("after", this.after, 0, 1440);
        int limit = problems.number("hourlyLimit", this.hourlyLimit, 0, 10_000);
        ZoneId reads = zoneId(problems);
        atMost(255, "deployment", this.deployment, problems);
        atMost(300, "secret", this.secret, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        String hidden = (this.secret == null) ? "" : this.secret.strip();
        String kept = (hidden.isEmpty() && was != null) ? was.secret() : hidden;
        String appGuid = (was == null) ? "" : was.scope().appGuid();
        Scope scope = new Scope(this.origin, (this.deployment == null) ? "" : this.deployment.strip(), appGuid,
                (this.minimum == null) ? Severity.WARNING : this.minimum, step, Duration.ofMinutes(minutes),
                "on".equals(this.scaling));
        return Optional.of(new Receiver((was == null) ? "" : was.id(), called, how, where, kept, scope,
                new Style("en".equals(this.language) ? Locale.ENGLISH : Locale.KOREAN, reads, limit),
                ("on".equals(this.enabled) || "true".equals(this.enabled))));
    }

    private static void atMost(int most, String field, @Nullable String text, Problems problems) {
        if (text != null && text.strip().length() > most) {
            problems.put(field, "web.problem.words");
        }
    }

    private ZoneId zoneId(Problems problems) {
        try {
            return ZoneId.of((this.zone == null) ? "" : this.zone);
        }
        catch (DateTimeException ex) {
            problems.put("zone", "web.problem.words");
            return ZoneId.of("UTC");
        }
    }

    private static void check(Channel channel, String address, WebhookTargets targets, Problems problems) {
        if (problems.has("address")) {
            return;
        }
        switch (channel) {
            case MAIL -> {
                if (!address.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+")) {
                    problems.put("address", "notification.problem.mail");
                }
            }
            case TELEGRAM -> {
                if (!address.matches("-?\\d{1,20}|@\\w{4,64}")) {
                    problems.put("address", "notification.problem.telegram");
                }
            }
            case CHAT_WEBHOOK, WEBHOOK -> {
                if (!targets.isAllowed(uri(address))) {
                    problems.put("address", "notification.problem.url");
                }
            }
        }
    }

    private static @Nullable URI uri(String address) {
        try {
            return URI.create(address);
        }
        catch (IllegalArgumentException ex) {
            return null;
        }
    }

}
