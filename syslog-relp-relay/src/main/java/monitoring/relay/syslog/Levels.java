package monitoring.relay.syslog;

import java.util.Locale;
import java.util.Map;

import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

/** What loggers call their levels. */
final class Levels {

    private static final Map<String, LogSeverity> words = Map.ofEntries(Map.entry("emerg", LogSeverity.EMERGENCY),
            Map.entry("emergency", LogSeverity.EMERGENCY), Map.entry("panic", LogSeverity.EMERGENCY),
            Map.entry("alert", LogSeverity.ALERT), Map.entry("crit", LogSeverity.CRITICAL),
            Map.entry("critical", LogSeverity.CRITICAL), Map.entry("fatal", LogSeverity.CRITICAL),
            Map.entry("dpanic", LogSeverity.CRITICAL), Map.entry("err", LogSeverity.ERROR),
            Map.entry("error", LogSeverity.ERROR), Map.entry("severe", LogSeverity.ERROR),
            Map.entry("e", LogSeverity.ERROR), Map.entry("f", LogSeverity.CRITICAL),
            Map.entry("warn", LogSeverity.WARNING), Map.entry("warning", LogSeverity.WARNING),
            Map.entry("w", LogSeverity.WARNING), Map.entry("notice", LogSeverity.NOTICE),
            Map.entry("note", LogSeverity.NOTICE), Map.entry("info", LogSeverity.INFO),
            Map.entry("information", LogSeverity.INFO), Map.entry("i", LogSeverity.INFO),
            Map.entry("log", LogSeverity.INFO), Map.entry("system", LogSeverity.NOTICE),
            Map.entry("config", LogSeverity.INFO), Map.entry("debug", LogSeverity.DEBUG),
            Map.entry("d", LogSeverity.DEBUG), Map.entry("trace", LogSeverity.DEBUG),
            Map.entry("fine", LogSeverity.DEBUG), Map.entry("verbose", LogSeverity.DEBUG));

    private static final LogSeverity[] lager = { LogSeverity.DEBUG, LogSeverity.INFO, LogSeverity.ERROR,
            LogSeverity.CRITICAL };

    private Levels() {
    }

    /** The severity of a word or of a number: lager's 0..3, or bunyan's 10..60. */
    static @Nullable LogSeverity of(Object level) {
        if (level instanceof Number number) {
            return number(number.intValue());
        }
        return words.get(level.toString().toLowerCase(Locale.ROOT));
    }

    private static @Nullable LogSeverity number(int level) {
        if (level >= 0 && level < lager.length) {
            return lager[level];
        }
        if (level < 10 || level > 60) {
            return null;
        }
        return (level >= 60) ? LogSeverity.CRITICAL : (level >= 50) ? LogSeverity.ERROR
                : (level >= 40) ? LogSeverity.WARNING : (level >= 30) ? LogSeverity.INFO : LogSeverity.DEBUG;
    }

}
