package monitoring.localservers.platform;

/** What the platform says when all of it is healthy. */
final class Welcome {

    private final Progress progress;

    private final Ports ports;

    private final DataFolder data;

    private final boolean demo;

    Welcome(Progress progress, Ports ports, DataFolder data, boolean demo) {
        this.progress = progress;
        this.ports = ports;
        this.data = data;
        this.demo = demo;
    }

    void print(String password, boolean fresh) {
        this.progress.say("All is healthy");
        this.progress.print("");
        line("Dashboard", this.ports.url(Port.DASHBOARD));
        line("Sign in", Platform.ADMIN + (fresh ? " with the first password " + password
                : " with the password of before (the first one: admin.password in endpoints.properties)"));
        if (this.demo) {
            line("or as",
                    "cf-admin, operator, auditor, developer or guest of Cloud Foundry, with any password (simulated "
                            + "UAA at " + this.ports.url(Port.UAA) + ")");
        }
        line("Mails", this.ports.url(Port.INBOX));
        line("Syslog over RELP", "127.0.0.1:" + this.ports.of(Port.RELP));
        line("InfluxDB", this.ports.url(Port.INFLUX));
        line("Elasticsearch", this.ports.url(Port.ELASTICSEARCH));
        line("All of it", this.data.endpoints().toString());
        line("Logs", this.data.resolve("logs").toString());
        this.progress.print("");
        this.progress.print("Ctrl-C stops all of it.");
    }

    private void line(String name, String value) {
        this.progress.print("  %-18s %s".formatted(name, value));
    }

}
