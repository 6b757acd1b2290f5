package monitoring.batch.notify;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Receiver.Channel;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes to a Telegram chat; the address is the chat's id, the secret the bot's token.
 */
public final class TelegramNotifier implements Notifier {

    /** What Telegram takes at most. */
    private static final int LONGEST = 4096;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpCalls http = new HttpCalls(WebhookRoute.anywhere());

    private final MailText text;

    private final URI api;

    public TelegramNotifier(NotifyProperties properties, Clock clock) {
        this.text = new MailText(properties, clock);
        this.api = properties.telegramUrl();
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Receipt send(Message message) {
        if (!message.receiver().secret().matches("[\\w:-]+")) {
            throw DeliveryException.refused("token of the bot: not set or not valid (expected: as BotFather gave it)",
                    null);
        }
        String plain = this.text.write(message, "").plain();
        String text = (plain.length() <= LONGEST) ? plain : plain.substring(0, LONGEST - 1) + "…";
        String address = this.api + "/bot" + message.receiver().secret() + "/sendMessage";
        String json = JSON.writeValueAsString(
                Map.of("chat_id", message.receiver().address(), "text", text, "disable_web_page_preview", true));
        return new Receipt(this.http.post(address, json, Map.of()), new MessageText("", text));
    }

}
