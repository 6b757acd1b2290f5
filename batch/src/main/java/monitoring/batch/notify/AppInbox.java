package monitoring.batch.notify;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.metric.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Writes app alarms where PaaS-TA's user portal looks for them: a hash
 * {@code appAlarm:<GUID>:<alarm>} with the alarm, and its key once at the head of the
 * list {@code appAlarmList:<GUID>} of what is unread. The hash is written again when the
 * alarm is told again or its severity changes. What the portal took is not put back: a
 * marker of ours remembers what was written. Everything expires.
 */
public final class AppInbox {

    private static final Logger logger = LoggerFactory.getLogger(AppInbox.class);

    /**
     * All or nothing, so that dying between two commands leaves no alarm half written.
     */
    private static final String WRITE = """
            local seen = redis.call('GET', KEYS[3])
            redis.call('SET', KEYS[3], ARGV[1], 'EX', ARGV[2])
            if seen == ARGV[1] then return 0 end
            redis.call('HMSET', KEYS[1], unpack(ARGV, 4))
            redis.call('EXPIRE', KEYS[1], ARGV[2])
            if not seen then
              redis.call('LPUSH', KEYS[2], KEYS[1])
              redis.call('LTRIM', KEYS[2], 0, ARGV[3] - 1)
            end
            redis.call('EXPIRE', KEYS[2], ARGV[2])
            return 1""";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
        .withZone(ZoneOffset.UTC);

    private final AppInboxProperties properties;

    private final Titles titles = new Titles(Titles.words());

    private final Clock clock;

    private boolean away;

    public AppInbox(AppInboxProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes what is new or changed; an inbox that is away is tried again with the next
     * run, as the alarms are still there then.
     * @param open asked for only if there is an inbox; others than those of apps are left
     * out
     * @return how many were written
     */
    public int follow(Supplier<List<Alarm>> open) {
        if (!this.properties.isConfigured()) {
            return 0;
        }
        List<Alarm> raised = open.get()
            .stream()
            .filter((alarm) -> alarm.target().origin() == Origin.APP && alarm.state() != AlarmState.PENDING)
            .toList();
        if (raised.isEmpty()) {
            return 0;
        }
        try {
            int written = write(raised);
            if (this.away) {
                logger.info("{} (batch.app-inbox.host) answers again", this.properties);
            }
            this.away = false;
            return written;
        }
        catch (JedisException ex) {
            if (!this.away) {
                logger.warn("{} (batch.app-inbox.host): app alarms not written: {}", this.properties, ex.getMessage());
            }
            this.away = true;
            return 0;
        }
    }

    private int write(List<Alarm> alarms) {
        int written = 0;
        try (Jedis redis = new Jedis(new HostAndPort(this.properties.host(), this.properties.port()), client())) {
            for (Alarm alarm : alarms) {
                String app = alarm.target().appGuid();
                String key = "appAlarm:" + app + ":" + alarm.id();
                List<String> arguments = new ArrayList<>(List.of(version(alarm),
                        String.valueOf(this.properties.keep().toSeconds()), String.valueOf(this.properties.unread())));
                fields(alarm).forEach((field, value) -> arguments.addAll(List.of(field, value)));
                Object done = redis.eval(WRITE,
                        List.of(key, "appAlarmList:" + app, "monitoring:appAlarm:" + alarm.id()), arguments);
                written += ((Number) done).intValue();
            }
        }
        return written;
    }

    private static String version(Alarm alarm) {
        return alarm.severity().code() + " " + alarm.progress().notifiedAt();
    }

    private Map<String, String> fields(Alarm alarm) {
        String id = alarm.target().id();
        String index = id.substring(id.lastIndexOf('/') + 1);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("alarmId", alarm.id());
        fields.put("appGuid", alarm.target().appGuid());
        fields.put("appIdx", index);
        fields.put("appName", alarm.target().name().replaceFirst("(/\\d+|\\[\\d+])$", ""));
        fields.put("resourceType", alarm.resource().code());
        fields.put("alarmLevel", alarm.severity().code());
        fields.put("alarmTitle", this.titles.title(alarm, Locale.KOREAN));
        fields.put("alarmMessage", this.titles.statement(alarm, Locale.KOREAN));
        fields.put("alarmSendDate", TIME.format(or(alarm.progress().notifiedAt(), this.clock.instant())));
        fields.put("regDate", TIME.format(or(alarm.progress().raisedAt(), alarm.progress().startedAt())));
        return fields;
    }

    private static Instant or(@Nullable Instant time, Instant otherwise) {
        return (time != null) ? time : otherwise;
    }

    private DefaultJedisClientConfig client() {
        int millis = (int) Math.min(this.properties.timeout().toMillis(), Integer.MAX_VALUE);
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .database(this.properties.database())
            .ssl(this.properties.tls());
        if (!this.properties.username().isEmpty()) {
            client.user(this.properties.username());
        }
        if (!this.properties.password().isEmpty()) {
            client.password(this.properties.password());
        }
        return client.build();
    }

}
