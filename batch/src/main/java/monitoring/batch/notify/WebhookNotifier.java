package monitoring.batch.notify;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.scaling.ScalingDecision;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Posts the facts as JSON to a URL. With a secret, the header
 * {@code X-Monitoring-Signature} is {@code sha256=} and the HMAC-SHA-256 of the body;
 * {@code X-Monitoring-Message-Id} tells a repetition.
 */
public final class WebhookNotifier implements Notifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpCalls http;

    private final String base;

    public WebhookNotifier(NotifyProperties properties, WebhookProperties webhooks) {
        this.http = new HttpCalls(WebhookRoute.of(webhooks));
        this.base = properties.dashboardUrl().toString().replaceAll("/+$", "");
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Receipt send(Message message) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("messageId", message.id());
        if (message instanceof AlarmMessage alarms) {
            facts.put("alarms", alarms.shown().stream().map(this::facts).toList());
        }
        else if (message instanceof ScalingMessage scalings) {
            facts.put("scalings", scalings.items().stream().map(this::facts).toList());
        }
        String json = JSON.writeValueAsString(facts);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Monitoring-Message-Id", message.id());
        if (!message.receiver().secret().isEmpty()) {
            headers.put("X-Monitoring-Signature", "sha256=" + hmac(message.receiver().secret(), json));
        }
        return new Receipt(this.http.post(message.receiver().address(), json, headers), new MessageText("", json));
    }

    private Map<String, Object> facts(Item item) {
        Alarm alarm = item.alarm();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alarmId", alarm.id());
        facts.put("incidentId", item.incident().id());
        facts.put("reason", item.notification().reason().name());
        facts.put("state", alarm.state().name());
        facts.put("severity", alarm.severity().name());
        facts.put("origin", alarm.target().origin().name());
        facts.put("resource", alarm.resource().name());
        facts.put("targetId", alarm.target().id());
        facts.put("target", alarm.target().name());
        facts.put("deployment", alarm.target().deployment());
        facts.put("zone", alarm.target().zone());
        facts.put("value", alarm.reading().value());
        facts.put("threshold", alarm.reading().threshold());
        facts.put("at", alarm.reading().at().toString());
        facts.put("url", this.base
                + (TestMessage.is(item.notification()) ? "/notification" : "/incident/" + item.incident().id()));
        return facts;
    }

    private Map<String, Object> facts(ScalingMessage.Item item) {
        ScalingDecision decision = item.event().decision();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("decisionId", decision.id());
        facts.put("reason", item.notification().reason().name());
        facts.put("outcome", item.event().outcome().name());
        facts.put("action", decision.action().name());
        facts.put("appGuid", decision.appGuid());
        facts.put("app", decision.appName());
        facts.put("deployment", item.where());
        facts.put("from", decision.from());
        facts.put("to", decision.to());
        facts.put("resource", decision.cause().name());
        facts.put("value", decision.value());
        facts.put("threshold", decision.threshold());
        facts.put("at", decision.at().toString());
        facts.put("detail", item.event().detail());
        if (item.event().outcome().isRefusal()) {
            facts.put("refusals", item.streak().times());
            facts.put("refusedSince", item.streak().since().toString());
        }
        facts.put("url", this.base + "/scaling");
        return facts;
    }

    static String hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("HmacSHA256 is missing in this JVM", ex);
        }
    }

}
