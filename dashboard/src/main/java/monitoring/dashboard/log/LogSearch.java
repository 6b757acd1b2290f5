package monitoring.dashboard.log;

import java.util.EnumMap;
import java.util.Map;

import monitoring.dashboard.web.TimeChoice;
import monitoring.dashboard.web.Viewer;
import monitoring.storage.log.LogField;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for.
 *
 * @param q words or a query string
 * @param severity only as bad as this, or worse
 * @param where exact values
 * @param after cursor of the page before
 */
public record LogSearch(@Nullable String q, @Nullable LogSeverity severity, Where where, @Nullable String after) {

    public LogSearch {
        q = (q == null) ? "" : q.strip();
        severity = (severity == null) ? LogSeverity.DEBUG : severity;
    }

    LogQuery query(TimeChoice time, LogQuery.Page page) {
        return new LogQuery((this.q == null) ? "" : this.q, time.range(), this.where.filters(),
                (this.severity == null) ? LogSeverity.DEBUG : this.severity, Viewer.currentOrganizations(), page);
    }

    /**
     * Exact values; null or empty for any.
     *
     * @param deployment BOSH deployment
     * @param group BOSH instance group
     * @param instance GUID of a BOSH instance
     * @param host name or address
     * @param program name of the program
     * @param app GUID of an app
     * @param organization organization of an app
     * @param flag what is odd
     */
    public record Where(@Nullable String deployment, @Nullable String group, @Nullable String instance,
            @Nullable String host, @Nullable String program, @Nullable String app, @Nullable String organization,
            @Nullable String flag) {

        Map<LogField, String> filters() {
            Map<LogField, String> filters = new EnumMap<>(LogField.class);
            put(filters, LogField.DEPLOYMENT, this.deployment);
            put(filters, LogField.GROUP, this.group);
            put(filters, LogField.INSTANCE_ID, this.instance);
            put(filters, LogField.HOST, this.host);
            put(filters, LogField.PROGRAM, this.program);
            put(filters, LogField.APP_GUID, this.app);
            put(filters, LogField.ORGANIZATION, this.organization);
            put(filters, LogField.FLAG, this.flag);
            return filters;
        }

        private static void put(Map<LogField, String> filters, LogField field, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                filters.put(field, value.strip());
            }
        }

    }

}
