package monitoring.relay.syslog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.storage.log.LogEntry;

/**
 * Lines of apps, as Cloud Foundry's drains send them: the app's GUID as APP-NAME,
 * {@code [APP/PROC/WEB/0]} as PROCID, {@code org.space.app} as host, names in
 * {@code tags@47450}.
 */
final class AppLines {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private AppLines() {
    }

    /** Takes out what the drain's tags say of the app. */
    static void tags(Map<String, String> tags, Draft draft) {
        String guid = take(tags, "app_id");
        String name = take(tags, "app_name");
        if (guid.isEmpty() && name.isEmpty()) {
            return;
        }
        draft.app(new LogEntry.AppSource(guid, name, take(tags, "space_name"), take(tags, "organization_name"),
                tags.getOrDefault("source_type", ""), index(take(tags, "instance_id"))));
    }

    /** Fills in what the header says of the app. */
    static void header(Draft draft) {
        String process = draft.processId();
        if (process.length() < 3 || process.charAt(0) != '[' || !process.endsWith("]")) {
            return;
        }
        Matcher guid = GUID.matcher(draft.program());
        LogEntry.AppSource tagged = draft.app();
        if (!guid.matches() && tagged == null) {
            return;
        }
        String source = process.substring(1, process.length() - 1);
        int slash = source.lastIndexOf('/');
        int index = (slash > 0) ? index(source.substring(slash + 1)) : -1;
        String[] names = draft.host().split("\\.", 3);
        boolean named = names.length == 3;
        LogEntry.AppSource known = (tagged != null) ? tagged : new LogEntry.AppSource(draft.program(),
                named ? names[2] : "", named ? names[1] : "", named ? names[0] : "", "", -1);
        draft.app(new LogEntry.AppSource(guid.matches() ? draft.program() : known.guid(), known.name(), known.space(),
                known.organization(), (index >= 0) ? source.substring(0, slash) : source,
                (index >= 0) ? index : known.index()));
    }

    private static int index(String text) {
        boolean number = !text.isEmpty() && text.length() <= 6 && text.chars().allMatch((c) -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -1;
    }

    private static String take(Map<String, String> tags, String name) {
        String value = tags.remove(name);
        return (value != null) ? value : "";
    }

}
