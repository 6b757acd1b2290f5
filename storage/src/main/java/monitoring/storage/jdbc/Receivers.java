package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import monitoring.storage.metric.Origin;
import monitoring.storage.notification.Receiver;
import monitoring.storage.notification.Receiver.Channel;
import monitoring.storage.policy.Severity;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * Receivers: our own rows, PaaS-TA's mail row of each origin ({@code target:<id>}) and
 * the chats of its bots ({@code sns:<channel>:<chat>}). PaaS-TA's tables stay the truth
 * for what they hold, so it does not matter where somebody edits; what they have no
 * column for stands in our row with the same id.
 */
final class Receivers {

    private static final String TARGET = "target:";

    private static final String SNS = "sns:";

    private static final String LIST = """
            select r.id, r.receiver_name, r.channel, r.address, r.secret, r.origin_type, r.deployment, r.app_guid,
                r.minimum, r.escalation_level, r.escalation_minutes, r.language, r.zone_id, r.hourly_limit, r.scaling,
                case when r.enabled then 'Y' else 'N' end as send_yn
            from receivers r where r.id not like 'target:%' and r.id not like 'sns:%'
            union all
            select concat('target:', t.id), r.receiver_name, 'MAIL', t.mail_address, '', t.origin_type,
                r.deployment, r.app_guid, r.minimum, r.escalation_level, r.escalation_minutes, r.language, r.zone_id,
                r.hourly_limit, r.scaling,
                t.mail_send_yn
            from alarm_targets t left join receivers r on r.id = concat('target:', t.id)
            where t.origin_type in ('bos', 'pas', 'con', 'app', 'all') and trim(t.mail_address) <> ''
            union all
            select concat('sns:', s.channel_id, ':', c.target_id), coalesce(r.receiver_name, s.expl), 'TELEGRAM',
                concat('', c.target_id), s.token, s.origin_type, r.deployment, r.app_guid, r.minimum,
                r.escalation_level, r.escalation_minutes, r.language, r.zone_id, r.hourly_limit, r.scaling,
                s.sns_send_yn
            from alarm_sns s join alarm_sns_targets c on c.channel_id = s.channel_id
            left join receivers r on r.id = concat('sns:', s.channel_id, ':', c.target_id)
            where s.origin_type in ('bos', 'pas', 'con', 'app', 'all') and s.sns_type = 'telegram'
            order by id""";

    private final Database database;

    Receivers(Database database) {
        this.database = database;
    }

    List<Receiver> list() {
        return this.database.sql(LIST).query(Receivers::receiver).list();
    }

    private static Receiver receiver(ResultSet row, int number) throws SQLException {
        String origin = row.getString("origin_type");
        boolean all = origin == null || origin.equals("all");
        String name = row.getString("receiver_name");
        String address = row.getString("address").strip();
        String language = row.getString("language");
        Receiver.Scope scope = new Receiver.Scope(all ? null : Origin.ofCode(origin), text(row, "deployment"),
                text(row, "app_guid"), severity(row.getString("minimum")), row.getInt("escalation_level"),
                Duration.ofMinutes(row.getInt("escalation_minutes")), row.getBoolean("scaling"));
        Receiver.Style style = (language == null) ? Receiver.Style.DEFAULT : new Receiver.Style(
                Locale.forLanguageTag(language), ZoneId.of(row.getString("zone_id")), row.getInt("hourly_limit"));
        return new Receiver(row.getString("id"), (name == null || name.isBlank()) ? address : name,
                Channel.valueOf(row.getString("channel")), address, text(row, "secret"), scope, style,
                "Y".equalsIgnoreCase(row.getString("send_yn")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNullElse(row.getString(column), "");
    }

    private static Severity severity(@Nullable String code) {
        return (code != null) ? Severity.ofCode(code) : Severity.WARNING;
    }

    String save(Receiver receiver, String user) {
        Instant now = this.database.now();
        String id = receiver.id().isEmpty() ? UUID.randomUUID().toString() : receiver.id();
        if (id.startsWith(TARGET)) {
            saveTarget(receiver, user, now);
        }
        else if (id.startsWith(SNS)) {
            saveChannel(receiver, user, now);
        }
        Row row = row(receiver).withMicros("modi_date", now).withText("modi_user", user, 255);
        this.database.merge("receivers", row, new Row(), "id", id);
        return id;
    }

    private void saveTarget(Receiver receiver, String user, Instant now) {
        Row row = new Row().with("origin_type", origin(receiver, "all"))
            .with("mail_address", receiver.address())
            .withYn("mail_send_yn", receiver.enabled())
            .withSeconds("modi_date", now)
            .withText("modi_user", user, 36);
        long id = Database.numberOf("alarm_targets", receiver.id().substring(TARGET.length()));
        if (!this.database.update("alarm_targets", row, "id", id)) {
            throw Database.missing("alarm_targets", receiver.id());
        }
    }

    private void saveChannel(Receiver receiver, String user, Instant now) {
        String[] key = receiver.id().split(":");
        Row row = new Row().with("origin_type", origin(receiver, "all"))
            .withText("token", receiver.secret(), 300)
            .withYn("sns_send_yn", receiver.enabled())
            .withSeconds("modi_date", now)
            .withText("modi_user", user, 36);
        if (!this.database.update("alarm_sns", row, "channel_id", Database.numberOf("alarm_sns", key[1]))) {
            throw Database.missing("alarm_sns", receiver.id());
        }
    }

    private static String origin(Receiver receiver, String any) {
        Origin origin = receiver.scope().origin();
        return (origin != null) ? origin.code() : any;
    }

    private static Row row(Receiver receiver) {
        Receiver.Scope scope = receiver.scope();
        boolean ours = !receiver.id().startsWith(SNS);
        return new Row().withText("receiver_name", receiver.name(), 255)
            .with("channel", receiver.channel().name())
            .with("address", receiver.address())
            // a bot's token stands in alarm_sns
            .with("secret", ours ? receiver.secret() : "")
            .with("origin_type", (scope.origin() != null) ? scope.origin().code() : null)
            .with("deployment", scope.deployment())
            .with("app_guid", scope.appGuid())
            .with("minimum", scope.minimum().code())
            .with("escalation_level", scope.level())
            .with("escalation_minutes", scope.after().toMinutes())
            .with("scaling", scope.scaling())
            .with("language", receiver.style().language().toLanguageTag())
            .with("zone_id", receiver.style().zone().getId())
            .with("hourly_limit", receiver.style().hourlyLimit())
            .with("enabled", receiver.enabled());
    }

    void delete(String id) {
        this.database.delete("receivers", "id", id);
        if (id.startsWith(TARGET)) {
            Database.number(id.substring(TARGET.length()))
                .ifPresent((number) -> this.database.delete("alarm_targets", "id", number));
        }
        else if (id.startsWith(SNS)) {
            String[] key = id.split(":");
            this.database.sql("delete from alarm_sns_targets where channel_id = ? and target_id = ?")
                .param(Database.numberOf("alarm_sns", key[1]))
                .param(Database.numberOf("alarm_sns", key[2]))
                .update();
        }
    }

}
