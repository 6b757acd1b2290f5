package monitoring.storage.elasticsearch;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogField;
import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

/** Reads the documents of PaaS-TA's logsearch, and says where a field is in them. */
final class OldDocuments {

    static final String SEVERITY = "syslog_severity_code";

    static final String TEXT = "@raw";

    static final String MESSAGE = "@message";

    private static final Map<String, LogSeverity> SEVERITIES = Map.of("emergency", LogSeverity.EMERGENCY, "alert",
            LogSeverity.ALERT, "critical", LogSeverity.CRITICAL, "error", LogSeverity.ERROR, "warning",
            LogSeverity.WARNING, "notice", LogSeverity.NOTICE, "informational", LogSeverity.INFO, "debug",
            LogSeverity.DEBUG);

    private OldDocuments() {
    }

    /** Whether a document is one of these. */
    static boolean isOld(Map<String, Object> source) {
        return source.containsKey(MESSAGE) || source.containsKey(TEXT);
    }

    static LogEntry read(String id, Map<String, Object> source) {
        Instant time = Instant.parse(text(source, "@timestamp"));
        Map<?, ?> sender = object(source, "@source");
        Map<?, ?> parameters = object(source, "syslog_sd_params");
        String host = text(source, "syslog_hostname");
        LogEntry.SyslogHeader header = new LogEntry.SyslogHeader(severity(source), 1,
                host.isEmpty() ? text(sender, "host") : host, text(source, "syslog_program"),
                text(source, "syslog_pid"), "");
        LogEntry.BoshInstance instance = new LogEntry.BoshInstance(text(parameters, "director"),
                text(parameters, "deployment"), text(parameters, "group"), text(parameters, "az"),
                text(parameters, "id"));
        String message = text(source, MESSAGE);
        return new LogEntry(id, time, time, text(sender, "host"), message.isEmpty() ? text(source, TEXT) : message,
                header, parameters.isEmpty() ? null : instance, null, Map.of(), text(source, "@type"), Set.of());
    }

    private static LogSeverity severity(Map<String, Object> source) {
        if (source.get(SEVERITY) instanceof Number number && number.intValue() >= 0 && number.intValue() <= 7) {
            return LogSeverity.of(number.intValue());
        }
        return SEVERITIES.getOrDefault(text(source, "syslog_severity").toLowerCase(Locale.ROOT), LogSeverity.INFO);
    }

    /** The name of a field in old documents, null where they have no such thing. */
    static @Nullable String name(LogField field) {
        return switch (field) {
            case DEPLOYMENT -> "syslog_sd_params.deployment";
            case GROUP -> "syslog_sd_params.group";
            case ZONE -> "syslog_sd_params.az";
            case INSTANCE_ID -> "syslog_sd_params.id";
            case HOST -> "syslog_hostname";
            case PROGRAM -> "syslog_program";
            default -> null;
        };
    }

    private static Map<?, ?> object(Map<String, Object> source, String name) {
        return (source.get(name) instanceof Map<?, ?> object) ? object : Map.of();
    }

    private static String text(Map<?, ?> source, String name) {
        Object value = source.get(name);
        return (value != null) ? value.toString() : "";
    }

}
