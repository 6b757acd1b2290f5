package monitoring.relay.syslog;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON objects as lager, zap, logback, pino, bunyan and ECS write them. Nested keys are
 * joined with points; arrays stay JSON text. Integers stay exact.
 */
final class JsonBody implements BodyParser {

    private static final JsonFactory json = new JsonFactory();

    private static final List<String> MESSAGES = List.of("message", "msg", "@message", "fields.message");

    private static final List<String> LEVELS = List.of("level", "log.level", "log_level", "lvl", "severity", "s",
            "levelname");

    private static final List<String> TIMES = List.of("@timestamp", "timestamp", "time", "ts", "t.$date", "asctime");

    private static final int DEEPEST = 24;

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean read(String message, Draft draft) {
        int start = start(message);
        if (start < 0) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), message.substring(start))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            object(parser, "", values, 0);
            if (parser.nextToken() != null) {
                return false;
            }
        }
        catch (JacksonException | IllegalStateException ex) {
            draft.flag("json-unreadable");
            return false;
        }
        keep(values, draft);
        if (start > 0) {
            draft.field("prefix", message.substring(0, start).strip());
        }
        return true;
    }

    /** JSON begins at once, or behind a short word such as {@code @cee:}. */
    private static int start(String message) {
        int at = 0;
        while (at < message.length() && message.charAt(at) == ' ') {
            at++;
        }
        if (message.startsWith("@cee:", at)) {
            at = message.indexOf('{', at);
        }
        boolean object = at >= 0 && at < message.length() && message.charAt(at) == '{'
                && message.stripTrailing().endsWith("}");
        return object ? at : -1;
    }

    /** Adds the values of an object to what is known of a line already. */
    static void append(String text, Draft draft) {
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            object(parser, "", values, 0);
            values.forEach(draft::field);
        }
        catch (JacksonException | IllegalStateException ex) {
            draft.flag("json-unreadable");
        }
    }

    private static void object(JsonParser parser, String prefix, Map<String, Object> values, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("too deep");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(parser, name + ".", values, depth + 1);
            }
            else if (token == JsonToken.START_ARRAY) {
                values.put(name, JsonArrays.text(parser));
            }
            else {
                Object value = scalar(parser, token);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
    }

    static @Nullable Object scalar(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> null;
        };
    }

    private static Object integer(JsonParser parser) {
        BigInteger value = parser.getBigIntegerValue();
        return (value.bitLength() < 64) ? (Object) value.longValue() : value;
    }

    private static void keep(Map<String, Object> values, Draft draft) {
        String text = take(values, MESSAGES);
        if (text != null) {
            draft.message(text);
        }
        for (String key : TIMES) {
            Object value = values.get(key);
            Instant time = (value != null) ? JsonTimes.read(value) : null;
            if (time != null) {
                draft.time(time);
                values.remove(key);
                break;
            }
        }
        for (String key : LEVELS) {
            Object value = values.get(key);
            if (value != null && Levels.of(value) != null) {
                draft.severity(Levels.of(value));
                break;
            }
        }
        values.forEach(draft::field);
    }

    private static @Nullable String take(Map<String, Object> values, List<String> keys) {
        for (String key : keys) {
            if (values.get(key) instanceof String text) {
                values.remove(key);
                return text;
            }
        }
        return null;
    }

}
