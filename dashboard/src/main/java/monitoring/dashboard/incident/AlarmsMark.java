package monitoring.dashboard.incident;

import monitoring.dashboard.alarm.TargetLinks;
import monitoring.dashboard.web.mark.Html;
import monitoring.dashboard.web.mark.Mark;
import monitoring.storage.alarm.Alarm;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code <ui:alarms of="${alarms}"/>}: alarms of an incident, to be looked at and to be
 * chosen.
 */
@Component
final class AlarmsMark extends Mark {

    AlarmsMark() {
        super("alarms");
    }

    @Override
    protected void write(@Nullable Object value, Html html) {
        if (!(value instanceof IncidentAlarms shown)) {
            throw new IllegalArgumentException("alarms: " + value + " (expected: IncidentAlarms)");
        }
        html.markup("<ul class=\"feed\">");
        for (Alarm alarm : shown.alarms()) {
            html.markup("<li class=\"pick\">");
            if (shown.choosable()) {
                html.markup("<input type=\"checkbox\" name=\"ids\" value=\"").text(alarm.id());
                html.markup("\" aria-label=\"").message("alarm.chooseOne", alarm.target().name()).markup("\">");
            }
            link(alarm, alarm.id().equals(shown.rootId()), html);
            aside(TargetLinks.page(alarm), "vms", "incident.target", alarm, html);
            aside(TargetLinks.logs(alarm, shown.time()), "log", "incident.logs", alarm, html);
            html.markup("</li>");
        }
        html.markup("</ul>");
    }

    private static void link(Alarm alarm, boolean root, Html html) {
        html.markup("<a href=\"/alarm/").text(alarm.id()).markup("\">").severity(alarm.severity());
        html.markup("<span class=\"what\"><b>").text(alarm.target().name());
        html.markup("</b> <span>").message("alarm.resource." + alarm.resource().name()).markup("</span> ");
        if (root) {
            html.markup("<span class=\"tag\">").message("incident.root").markup("</span>");
        }
        html.markup("</span><span class=\"faint\">").message("alarm.state." + alarm.state().name());
        html.markup("</span></a>");
    }

    /** A link to what an alarm is about, by an icon. */
    private static void aside(@Nullable String address, String icon, String key, Alarm alarm, Html html) {
        if (address != null) {
            html.markup("<a class=\"aside\" href=\"").text(address);
            html.markup("\" aria-label=\"").message(key, alarm.target().name());
            html.markup("\" title=\"").message(key, alarm.target().name());
            html.markup("\">").icon(icon).markup("</a>");
        }
    }

}
