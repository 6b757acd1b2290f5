package monitoring.foundation.logs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Space;

/** Lines of RFC 5424 as BOSH's syslog forwarder and Cloud Foundry's drains write them. */
final class Syslog {

    static final int ERROR = 3;

    static final int WARNING = 4;

    static final int INFO = 6;

    private static final int USER = 1;

    private static final int DAEMON = 3;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx")
        .withZone(ZoneOffset.UTC);

    private Syslog() {
    }

    /** A line of a file below {@code /var/vcap/sys/log}: always user.info, PROCID rs2. */
    static String ofFile(FoundationVm vm, Instant time, String folder, String message) {
        return header(USER, INFO, time) + vm.ip() + " " + folder + " rs2 - " + instance(vm) + " " + message;
    }

    /** A line that a program of the VM gave to syslog itself. */
    static String ofProgram(FoundationVm vm, Instant time, Program program, String message) {
        return header(DAEMON, program.severity(), time) + vm.ip() + " " + program.name() + " " + program.pid() + " - "
                + instance(vm) + " " + message;
    }

    /** A line of an app; severity 3 is what it wrote to its error output. */
    static String ofApp(AppLine app, Instant time, String message) {
        FoundationApp of = app.app();
        Space space = app.space();
        String source = "APP/PROC/WEB";
        return header(USER, app.severity(), time) + space.organization() + "." + space.name() + "." + of.name() + " "
                + of.guid() + " [" + source + "/" + app.index() + "] - [tags@47450 app_id=\"" + of.guid()
                + "\" app_name=\"" + of.name() + "\" deployment=\"paasta\" instance_id=\"" + app.index()
                + "\" job=\"diego-cell\" organization_name=\"" + space.organization() + "\" origin=\"rep\""
                + " process_type=\"web\" source_type=\"" + source + "\" space_name=\"" + space.name() + "\"] "
                + message;
    }

    private static String header(int facility, int severity, Instant time) {
        return "<" + (facility * 8 + severity) + ">1 " + TIME.format(time) + " ";
    }

    private static String instance(FoundationVm vm) {
        return "[instance@47450 director=\"micro-bosh\" deployment=\"" + vm.deployment() + "\" group=\"" + vm.job()
                + "\" az=\"" + vm.zone() + "\" id=\"" + vm.id() + "\"]";
    }

    /**
     * Who gave a line to syslog.
     *
     * @param name its tag
     * @param pid its number
     * @param severity of syslog
     */
    record Program(String name, int pid, int severity) {
    }

    /**
     * Which app instance wrote a line.
     *
     * @param app the app
     * @param space its space
     * @param index of the instance
     * @param severity 6 for its output, 3 for its error output
     */
    record AppLine(FoundationApp app, Space space, int index, int severity) {
    }

}
