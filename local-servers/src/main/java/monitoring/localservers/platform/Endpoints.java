package monitoring.localservers.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The file that says where everything is, for people and for tests. */
final class Endpoints {

    private final Path file;

    private final Ports ports;

    private final String databaseUrl;

    private final String password;

    Endpoints(DataFolder data, Ports ports, String password) {
        this.file = data.endpoints();
        this.ports = ports;
        this.databaseUrl = data.databaseUrl();
        this.password = password;
    }

    Path file() {
        return this.file;
    }

    void write(Map<String, Long> pids) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("dashboard.url", this.ports.url(Port.DASHBOARD));
        lines.put("relay.relp.port", String.valueOf(this.ports.of(Port.RELP)));
        lines.put("influx.url", this.ports.url(Port.INFLUX));
        lines.put("elasticsearch.url", this.ports.url(Port.ELASTICSEARCH));
        lines.put("smtp.port", String.valueOf(this.ports.of(Port.SMTP)));
        lines.put("inbox.url", this.ports.url(Port.INBOX));
        lines.put("database.url", this.databaseUrl);
        lines.put("admin.user", Platform.ADMIN);
        lines.put("admin.password", this.password);
        pids.forEach((program, pid) -> lines.put("pid." + program, String.valueOf(pid)));
        lines.put("pid.server", String.valueOf(ProcessHandle.current().pid()));
        Secrets.write(this.file,
                lines.entrySet()
                    .stream()
                    .map((line) -> line.getKey() + "=" + line.getValue().replace("\\", "\\\\") + "\n")
                    .collect(Collectors.joining()));
    }

}
