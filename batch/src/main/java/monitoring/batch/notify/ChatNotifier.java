package monitoring.batch.notify;

import java.time.Clock;
import java.util.Map;

import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Receiver.Channel;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts to an incoming webhook as Slack and Mattermost understand it; the address is the
 * URL.
 */
public final class ChatNotifier implements Notifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpCalls http;

    private final MailText text;

    public ChatNotifier(NotifyProperties properties, WebhookProperties webhooks, Clock clock) {
        this.http = new HttpCalls(WebhookRoute.of(webhooks));
        this.text = new MailText(properties, clock);
    }

    @Override
    public Channel channel() {
        return Channel.CHAT_WEBHOOK;
    }

    @Override
    public Receipt send(Message message) {
        MailText.Text written = this.text.write(message, "");
        String json = JSON.writeValueAsString(Map.of("text", escaped(written.plain())));
        return new Receipt(this.http.post(message.receiver().address(), json, Map.of()),
                new MessageText("", written.plain()));
    }

    /**
     * The three characters that Slack asks to escape; names of apps cannot mention
     * anybody.
     */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "@\u200b");
    }

}
