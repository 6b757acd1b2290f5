package monitoring.localservers.platform;

import java.util.Arrays;

/** The ports of the platform where nothing is added to them. */
enum Port {

    DASHBOARD(8080, "dashboard"), RELP(2514, "relay, RELP"), RELP_TLS(2515, "relay, RELP over TLS"),
    AGENT(9101, "metric-agent, management"), RELAY(9102, "relay, management"), BATCH(9103, "batch, management"),
    INFLUX(8086, "InfluxDB"), ELASTICSEARCH(9200, "Elasticsearch"), SMTP(3025, "SMTP inbox"),
    INBOX(3080, "SMTP inbox, its page"), DIRECTOR(25_555, "simulated BOSH director", true),
    UAA(8444, "simulated UAA", true), CLOUD_CONTROLLER(8445, "simulated CF API", true),
    AUTOSCALE(8446, "simulated AutoScale server", true), FOUNDATION(9104, "simulated foundation, management", true);

    private final int number;

    private final String user;

    private final boolean demo;

    Port(int number, String user) {
        this(number, user, false);
    }

    Port(int number, String user, boolean demo) {
        this.number = number;
        this.user = user;
        this.demo = demo;
    }

    static int highest() {
        return Arrays.stream(values()).mapToInt((port) -> port.number).max().orElseThrow();
    }

    int at(int offset) {
        return this.number + offset;
    }

    /** Who listens on it. */
    String user() {
        return this.user;
    }

    /** Whether only the simulated foundation needs it. */
    boolean isOfDemo() {
        return this.demo;
    }

}
