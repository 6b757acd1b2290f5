package monitoring.localservers.platform;

import java.nio.file.Path;
import java.util.List;

import monitoring.localservers.ElasticsearchServer;
import monitoring.localservers.HttpProbe;
import monitoring.localservers.InfluxServer;

/** The servers that keep what the programs bring. */
final class Servers {

    private final Ports ports;

    private final DataFolder data;

    Servers(Ports ports, DataFolder data) {
        this.ports = ports;
        this.data = data;
    }

    List<Part> all() {
        return List.of(influx(), elasticsearch());
    }

    private Part influx() {
        String url = this.ports.url(Port.INFLUX);
        Path folder = this.data.resolve("influxdb");
        return new Part("influxd", url, Part.Stage.SERVER,
                () -> InfluxServer.launch(folder, this.ports.of(Port.INFLUX), this.data.log("influxd")).child(),
                () -> HttpProbe.answers(url + "/ping"));
    }

    private Part elasticsearch() {
        String url = this.ports.url(Port.ELASTICSEARCH);
        Path folder = this.data.resolve("elasticsearch");
        return new Part("elasticsearch", url, Part.Stage.SERVER,
                () -> ElasticsearchServer
                    .launch(folder, this.ports.of(Port.ELASTICSEARCH), ElasticsearchServer.DEFAULT_HEAP,
                            this.data.log("elasticsearch"))
                    .child(),
                () -> HttpProbe.answers(url + "/_cluster/health?wait_for_status=yellow&timeout=1s"));
    }

}
