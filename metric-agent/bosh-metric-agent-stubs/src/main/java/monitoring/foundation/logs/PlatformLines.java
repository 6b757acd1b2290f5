package monitoring.foundation.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.logs.Syslog.Program;

/** What the platform's own programs write, in good and in bad hours. */
final class PlatformLines {

    private static final List<String> METHODS = List.of("GET", "GET", "GET", "GET", "POST", "PUT");

    private static final List<String> PATHS = List.of("/", "/api/v1/orders", "/api/v1/tickets?page=2", "/login",
            "/assets/app.css", "/search?q=seoul", "/api/v1/notices");

    private static final List<String> AGENTS = List.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
            "Mozilla/5.0 (Linux; Android 14)", "okhttp/4.12.0", "curl/8.5.0");

    private static final int[] RARE_STATUSES = { 201, 204, 301, 302, 304, 401, 404, 404, 500 };

    private final Dice dice;

    PlatformLines(Dice dice) {
        this.dice = dice;
    }

    int status() {
        return (this.dice.below(10) < 8) ? 200 : RARE_STATUSES[this.dice.below(RARE_STATUSES.length)];
    }

    /** A line of the router's access log. */
    String access(FoundationApp app, int index, Instant time, Reply reply) {
        return String.format(Locale.ROOT, "%s - [%s] \"%s %s HTTP/1.1\" %d %d %d \"-\" \"%s\" \"10.0.0.11:%d\" \"%s\""
                + " x_forwarded_for:\"203.0.113.%d\" x_forwarded_proto:\"https\" vcap_request_id:\"%s\""
                + " response_time:%.6f gorouter_time:%.6f app_id:\"%s\" app_index:\"%d\"" + " x_cf_routererror:\"%s\"",
                app.route(), time, this.dice.one(METHODS), this.dice.one(PATHS), reply.status(), this.dice.below(900),
                200 + this.dice.below(40_000), this.dice.one(AGENTS), 30_000 + this.dice.below(30_000), reply.backend(),
                1 + this.dice.below(250), this.dice.guid(), reply.seconds(), 0.0001 + this.dice.unit() / 1000,
                app.guid(), index, (reply.status() == 502) ? "endpoint_failure" : "-");
    }

    /** A line of an ordinary hour. */
    String ordinary(FoundationVm vm, Instant time) {
        if (this.dice.below(4) == 0) {
            return system(vm, time);
        }
        String process = this.dice.one(vm.hardware().processes());
        return switch (vm.job()) {
            case "api" -> Syslog.ofFile(vm, time, "nginx_cc", nginx(time));
            case "mysql", "database" -> Syslog.ofFile(vm, time, process, time + " " + this.dice.below(9000)
                    + " [Note] Aborted connection " + this.dice.below(9000)
                    + " to db: 'ccdb' user: 'ccdb' host: '10.1.0.13' (Got timeout reading communication packets)");
            case "uaa" -> Syslog.ofFile(vm, time, "uaa", "[" + time + "] uaa - 9 [https-jsse-nio-8443-exec-"
                    + this.dice.below(9)
                    + "] .... INFO --- Audit: TokenIssuedEvent ('[\"cloud_controller.read\",\"openid\"]'): principal="
                    + this.dice.guid() + ", origin=[caller=cf], identityZoneId=[uaa]");
            default -> Syslog.ofFile(vm, time, process,
                    lager(time, process, "info", this.dice.one(List.of("sync.starting", "heartbeat.succeeded",
                            "container-metrics-reporter.tick.get-all-metrics.complete", "route-emitter.emit"))));
        };
    }

    private String system(FoundationVm vm, Instant time) {
        int pid = 1000 + this.dice.below(30_000);
        return switch (this.dice.below(3)) {
            case 0 -> Syslog.ofProgram(vm, time, new Program("CRON", pid, Syslog.INFO),
                    "(root) CMD (/var/vcap/bosh/bin/bosh-agent-logrotate)");
            case 1 -> Syslog.ofProgram(vm, time, new Program("sshd", pid, Syslog.WARNING),
                    "Failed password for invalid user admin from 198.51.100." + this.dice.below(250) + " port "
                            + (30_000 + this.dice.below(30_000)) + " ssh2");
            default -> Syslog.ofProgram(vm, time, new Program("systemd", 1, Syslog.INFO),
                    "Started Session " + this.dice.below(9000) + " of user vcap.");
        };
    }

    private String nginx(Instant time) {
        return "10.1.0.14 - [" + time + "] \"GET /v3/apps/" + this.dice.guid() + "/processes HTTP/1.1\" " + status()
                + " " + (300 + this.dice.below(5000)) + " \"-\" \"cf/8.7.10\" 10.1.0.14 vcap_request_id:"
                + this.dice.guid() + " response_time:0.0" + (10 + this.dice.below(80));
    }

    /** A line of a VM whose CPU is exhausted. */
    String ofLoad(FoundationVm vm, Instant time) {
        String process = vm.hardware().processes().get(0);
        return switch (this.dice.below(3)) {
            case 0 -> Syslog.ofProgram(vm, time, new Program("monit", 812, Syslog.ERROR), String.format(Locale.ROOT,
                    "'system_localhost' cpu user usage of %.1f%% matches resource limit [cpu user usage>80.0%%]",
                    88 + 11 * this.dice.unit()));
            case 1 -> Syslog.ofFile(vm, time, process,
                    lager(time, process, "error", "request.timeout\",\"error\":\"context deadline exceeded"));
            default ->
                Syslog.ofProgram(vm, time, new Program("kernel", 0, Syslog.WARNING), "sched: RT throttling activated");
        };
    }

    /** What others write of a cell that is silent. */
    List<String> ofDeath(FoundationVm cell, Layout layout, Instant time) {
        List<String> lines = new ArrayList<>();
        FoundationVm director = layout.director();
        lines.add(Syslog.ofFile(director, time, "health_monitor",
                "E, [" + time + "] ERROR : (Health Monitor) [ALERT] Alert @ " + time + ", severity 2: " + cell.id()
                        + " (" + cell.name() + ") has timed out"));
        layout.vms()
            .stream()
            .filter((vm) -> vm.job().equals("diego-api"))
            .findFirst()
            .ifPresent((bbs) -> lines.add(Syslog.ofFile(bbs, time, "bbs",
                    lager(time, "bbs", "error", "converge-lrps.missing-cell\",\"cell_id\":\"" + cell.id()))));
        return lines;
    }

    /** Diego's way to log: JSON, its level a word. */
    private String lager(Instant time, String source, String level, String message) {
        return "{\"timestamp\":\"" + time + "\",\"level\":\"" + level + "\",\"source\":\"" + source
                + "\",\"message\":\"" + source + "." + message + "\",\"data\":{\"session\":\"" + this.dice.below(900)
                + "." + this.dice.below(90) + "\",\"duration\":" + this.dice.below(90_000_000) + "}}";
    }

    /**
     * What the router answered.
     *
     * @param status HTTP status
     * @param backend address of the app instance
     * @param seconds how long it took
     */
    record Reply(int status, String backend, double seconds) {
    }

}
