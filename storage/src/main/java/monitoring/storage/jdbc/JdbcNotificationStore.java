package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/** Keeps the outbox, and receivers with those of PaaS-TA among them. */
final class JdbcNotificationStore implements NotificationStore {

    /** All of a notification but its words, which are only read one at a time. */
    private static final String COLUMNS = "id, incident_id, alarm_id, receiver_id, reason, step, delivery_state, attempts,"
            + " due_at, sent_at, message_id, detail, created_at";

    private static final String SELECT = "select " + COLUMNS + " from notifications";

    private final Database database;

    private final Receivers receivers;

    JdbcNotificationStore(Database database) {
        this.database = database;
        this.receivers = new Receivers(database);
    }

    @Override
    public List<Receiver> receivers() {
        return this.receivers.list();
    }

    @Override
    public Optional<Receiver> receiver(String id) {
        return this.receivers.list().stream().filter((receiver) -> receiver.id().equals(id)).findFirst();
    }

    @Override
    public Receiver save(Receiver receiver, String user) {
        String id = this.database.together(() -> this.receivers.save(receiver, user));
        return receiver(id).orElseThrow(() -> Database.missing("receivers", id));
    }

    @Override
    public void deleteReceiver(String id) {
        this.database.together(() -> {
            this.receivers.delete(id);
            return id;
        });
    }

    @Override
    public boolean enqueue(Notification notification) {
        Row row = delivery(notification.delivery()).with("incident_id", orEmpty(notification.incidentId()))
            .with("alarm_id", orEmpty(notification.alarmId()))
            .with("receiver_id", notification.receiverId())
            .with("reason", notification.reason().name())
            .with("step", notification.step())
            .withMicros("created_at", notification.createdAt());
        return this.database.insertIfAbsent("notifications", row);
    }

    private static Row delivery(Notification.Delivery delivery) {
        return new Row().with("delivery_state", delivery.state().name())
            .with("attempts", delivery.attempts())
            .withMicros("due_at", delivery.dueAt())
            .withMicros("sent_at", delivery.sentAt())
            .withText("message_id", delivery.messageId(), 255)
            .withText("detail", delivery.detail(), 16000);
    }

    private static String orEmpty(@Nullable String id) {
        return requireNonNullElse(id, "");
    }

    @Override
    public Optional<Notification> find(String id) {
        OptionalLong number = Database.number(id);
        return number.isEmpty() ? Optional.empty()
                : this.database.sql(SELECT + " where id = ?")
                    .param(number.getAsLong())
                    .query(JdbcNotificationStore::notification)
                    .optional();
    }

    @Override
    public List<Notification> due(Instant now, int limit) {
        return this.database.sql(SELECT + """
                 where delivery_state = 'QUEUED' and due_at <= ?
                order by created_at, id limit ?""")
            .param(Times.micros(now))
            .param(limit)
            .query(JdbcNotificationStore::notification)
            .list();
    }

    @Override
    public boolean claim(Notification seen, Instant until) {
        return this.database.sql("""
                update notifications set attempts = attempts + 1, due_at = :until
                where id = :id and delivery_state = 'QUEUED' and attempts = :attempts and due_at = :due""")
            .param("until", Times.micros(until))
            .param("id", Database.numberOf("notifications", seen.id()))
            .param("attempts", seen.delivery().attempts())
            .param("due", Times.micros(seen.delivery().dueAt()))
            .update() == 1;
    }

    @Override
    public int sentSince(String receiverId, Instant since) {
        return this.database.sql("""
                select count(*) from notifications
                where receiver_id = ? and delivery_state = 'SENT' and sent_at >= ?""")
            .param(receiverId)
            .param(Times.micros(since))
            .query(Integer.class)
            .single();
    }

    @Override
    public void update(Notification notification) {
        long id = Database.numberOf("notifications", notification.id());
        if (!this.database.update("notifications", delivery(notification.delivery()), "id", id)) {
            throw Database.missing("notifications", notification.id());
        }
    }

    @Override
    public void keepText(Notification leader, MessageText text) {
        Row row = new Row().withText("title", text.title(), 255).withText("body", text.body(), 16000);
        this.database.update("notifications", row, "id", Database.numberOf("notifications", leader.id()));
    }

    @Override
    public Optional<MessageText> text(Notification notification) {
        if (notification.delivery().messageId().isEmpty()) {
            return Optional.empty();
        }
        return this.database
            .sql("select title, body from notifications where message_id = ? and receiver_id = ? and body is not null")
            .params(notification.delivery().messageId(), notification.receiverId())
            .query((row, number) -> new MessageText(row.getString("title"), row.getString("body")))
            .list()
            .stream()
            .findFirst();
    }

    @Override
    public List<Notification> ofIncident(String incidentId) {
        return of("incident_id", incidentId);
    }

    @Override
    public List<Notification> ofIncident(String incidentId, int limit) {
        return this.database.sql(SELECT + " where incident_id = ? order by created_at desc, id desc limit ?")
            .params(incidentId, limit)
            .query(JdbcNotificationStore::notification)
            .list();
    }

    @Override
    public List<Notification> ofAlarm(String alarmId) {
        return of("alarm_id", alarmId);
    }

    @Override
    public List<Notification> ofMessage(String messageId, String receiverId) {
        return this.database.sql(SELECT + " where message_id = ? and receiver_id = ? order by created_at, id")
            .params(messageId, receiverId)
            .query(JdbcNotificationStore::notification)
            .list();
    }

    private List<Notification> of(String column, String id) {
        return this.database.sql(SELECT + " where " + column + " = ? order by created_at, id")
            .param(id)
            .query(JdbcNotificationStore::notification)
            .list();
    }

    @Override
    public PageOf<Notification> list(Notification.@Nullable State state, String receiverId, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        if (state != null) {
            conditions.add("delivery_state = :state");
            parameters.put("state", state.name());
        }
        if (!receiverId.isEmpty()) {
            conditions.add("receiver_id = :receiver");
            parameters.put("receiver", receiverId);
        }
        return new Listing(COLUMNS, "notifications", conditions, parameters, KeyOrder.newestFirst("created_at", "id"))
            .page(this.database, page, JdbcNotificationStore::notification);
    }

    private static Notification notification(ResultSet row, int number) throws SQLException {
        Notification.Delivery delivery = new Notification.Delivery(
                Notification.State.valueOf(row.getString("delivery_state")), row.getInt("attempts"),
                Times.required(row, "due_at"), Times.optional(row, "sent_at"), row.getString("message_id"),
                row.getString("detail"));
        return new Notification(row.getString("id"), orNull(row.getString("incident_id")),
                orNull(row.getString("alarm_id")), row.getString("receiver_id"),
                Reason.valueOf(row.getString("reason")), row.getString("step"), delivery,
                Times.required(row, "created_at"));
    }

    private static @Nullable String orNull(String id) {
        return id.isEmpty() ? null : id;
    }

}
