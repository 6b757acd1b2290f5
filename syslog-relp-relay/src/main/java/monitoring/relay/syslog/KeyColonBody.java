package monitoring.relay.syslog;

import java.util.Locale;

/**
 * Records of several lines such as {@code __FILE__:a.cpp}: each {@code key:value}, cut at
 * the first colon; a line without a colon is a mark.
 */
final class KeyColonBody implements BodyParser {

    @Override
    public String name() {
        return "key-colon";
    }

    @Override
    public boolean read(String message, Draft draft) {
        if (!message.startsWith("__") || message.indexOf("__:") < 0) {
            return false;
        }
        for (String line : message.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                draft.field(line.strip(), !line.isBlank());
                continue;
            }
            String key = line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            if (key.equals("__LEVEL__")) {
                draft.severity(Levels.of(value));
            }
            draft.field(key.startsWith("__") ? key.replace("__", "").toLowerCase(Locale.ROOT) : key, Numbers.of(value));
        }
        return true;
    }

}
