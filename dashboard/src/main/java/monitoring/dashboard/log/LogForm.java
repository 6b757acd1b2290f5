package monitoring.dashboard.log;

import java.util.Map;
import java.util.TreeMap;

import monitoring.storage.log.LogSeverity;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the search as an address bears them; null or empty for any.
 *
 * @param q words or a query string
 * @param severity only as bad as this, or worse
 * @param deployment BOSH deployment
 * @param group BOSH instance group
 * @param instance GUID of a BOSH instance
 * @param host name or address
 * @param program name of the program
 * @param app GUID of an app
 * @param organization organization of an app
 * @param flag what is odd
 * @param after cursor of the page before
 */
public record LogForm(@Nullable String q, @Nullable LogSeverity severity, @Nullable String deployment,
        @Nullable String group, @Nullable String instance, @Nullable String host, @Nullable String program,
        @Nullable String app, @Nullable String organization, @Nullable String flag, @Nullable String after) {

    LogSearch search() {
        return new LogSearch(this.q, this.severity, new LogSearch.Where(this.deployment, this.group, this.instance,
                this.host, this.program, this.app, this.organization, this.flag), this.after);
    }

    /** The exact values that are set, to be shown and taken away again. */
    public Map<String, String> filters() {
        Map<String, String> filters = new TreeMap<>();
        put(filters, "deployment", this.deployment);
        put(filters, "group", this.group);
        put(filters, "instance", this.instance);
        put(filters, "host", this.host);
        put(filters, "program", this.program);
        put(filters, "app", this.app);
        put(filters, "organization", this.organization);
        put(filters, "flag", this.flag);
        return filters;
    }

    private static void put(Map<String, String> filters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.put(name, value);
        }
    }

}
