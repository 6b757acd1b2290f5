package monitoring.metricagent.container;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import monitoring.httpanswers.LongAnswerException;
import monitoring.httpanswers.WholeAnswer;
import monitoring.storage.metric.Sample;
import monitoring.storage.metric.Tags;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Asks the cell's rep: PaaS-TA's patched one ({@code /v1/containers}) knows the names of
 * the apps, Diego's own ({@code /container_metrics}) only their GUIDs.
 */
public final class RepReader implements ContainerReader {

    private static final double NANOS = 1e9;

    private static final long MEGABYTE = 1024L * 1024;

    private static final int GUID = 36;

    /**
     * Of more than two thousand containers; a cell has hundreds. What the parser takes
     * grows with the square of the longest word: half a second here, 16 at 8 MiB.
     */
    private static final int LARGEST = 1024 * 1024;

    private final URI uri;

    private final String cellIp;

    private final String machine;

    private final Duration timeout;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /**
     * Asks nothing yet.
     * @param uri of {@code /v1/containers} or {@code /container_metrics}
     * @param cellIp address of this cell
     * @param machine host name of this cell
     */
    public RepReader(URI uri, String cellIp, String machine) {
        this(uri, cellIp, machine, Duration.ofSeconds(10));
    }

    /** Waits at most so long for a whole answer. */
    RepReader(URI uri, String cellIp, String machine, Duration timeout) {
        this.timeout = timeout;
        this.uri = uri;
        this.cellIp = cellIp;
        this.machine = machine;
    }

    @Override
    public List<Sample> read(Instant time) throws IOException {
        Object answer = parse(ask());
        List<Sample> samples = new ArrayList<>();
        if (answer instanceof List<?> containers) {
            containers.forEach((each) -> samples.addAll(patched(object(each)).samples(time)));
        }
        else if (answer instanceof Map<?, ?> metrics && metrics.get("lrps") instanceof List<?> lrps) {
            lrps.forEach((each) -> samples.addAll(own(object(each)).samples(time)));
        }
        else {
            throw new IOException(this.uri + " answered neither a list nor lrps (expected: containers of a rep)");
        }
        return samples;
    }

    private String ask() throws IOException {
        HttpResponse<String> response = answer();
        if (response.statusCode() != 200) {
            throw new IOException(this.uri + " answered " + response.statusCode() + " (expected: 200)");
        }
        return response.body();
    }

    private HttpResponse<String> answer() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(this.uri).timeout(this.timeout).build();
        try {
            return WholeAnswer.to(request, this.http, this.timeout, LARGEST);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(this.uri + ": interrupted");
        }
        catch (LongAnswerException ex) {
            throw new IOException(
                    this.uri + " sent " + ex.getMessage() + "; is metric-agent.container.url that of the cell's rep?",
                    ex);
        }
        catch (IOException ex) {
            throw new IOException(this.uri + " did not answer (expected: the cell's rep; is "
                    + "metric-agent.container.url right?): " + ex, ex);
        }
    }

    private @Nullable Object parse(String json) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        // each would be a line in the log
        options.setAllowDuplicateKeys(false);
        try {
            // JSON is YAML: no second parser on the class path
            return new Yaml(new SafeConstructor(options)).load(json);
        }
        catch (YAMLException ex) {
            throw new IOException(this.uri + " answered what is no JSON (expected: containers of a rep)", ex);
        }
    }

    private Container patched(Map<?, ?> each) {
        Map<?, ?> limits = object(each.get("limits"));
        Map<?, ?> usage = object(each.get("usage_metrics"));
        Map<String, String> tags = tags(text(each, "container_id"), text(each, "interface_id"));
        tags.put(Tags.APPLICATION_ID, text(each, "application_id"));
        tags.put(Tags.APPLICATION_INDEX, text(each, "application_index"));
        tags.put(Tags.APPLICATION_NAME, text(each, "application_name"));
        if (each.get("application_uris") instanceof List<?> routes && !routes.isEmpty()) {
            tags.put(Tags.APPLICATION_URL, String.valueOf(routes.get(0)));
        }
        Map<String, Double> values = Map.of("cpu_usage_total", number(usage, "time_spent_in_cpu") / NANOS,
                "memory_usage", number(usage, "memory_usage_in_bytes"), "disk_usage",
                number(usage, "disk_usage_in_bytes"));
        return new Container(tags, (long) number(limits, "mem") * MEGABYTE, (long) number(limits, "disk") * MEGABYTE,
                values);
    }

    private Container own(Map<?, ?> each) {
        String process = text(each, "process_guid");
        String app = (process.length() > GUID) ? process.substring(0, GUID) : process;
        Map<String, String> tags = tags(text(each, "instance_guid"), "");
        tags.put(Tags.APPLICATION_ID, app);
        tags.put(Tags.APPLICATION_INDEX, text(each, "index"));
        tags.put(Tags.APPLICATION_NAME, app);
        Map<String, Double> values = new HashMap<>();
        values.put("memory_usage", number(each, "memory_usage_bytes"));
        values.put("disk_usage", number(each, "disk_usage_bytes"));
        if (each.get("rx_bytes") != null) {
            values.put("rx_bytes", number(each, "rx_bytes"));
            values.put("tx_bytes", number(each, "tx_bytes"));
        }
        return new Container(tags, (long) number(each, "memory_quota_bytes"), (long) number(each, "disk_quota_bytes"),
                values);
    }

    private Map<String, String> tags(String container, String network) {
        Map<String, String> tags = new HashMap<>();
        tags.put(Tags.CONTAINER_ID, container);
        tags.put(Tags.CONTAINER_INTERFACE,
                network.isEmpty() ? Container.interfaceName(container, this.cellIp) : network);
        tags.put(Tags.CELL_IP, this.cellIp);
        tags.put(Tags.MACHINE, this.machine);
        return tags;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return (value instanceof Map<?, ?> map) ? map : Map.of();
    }

    private static String text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        return (value != null) ? value.toString() : "";
    }

    private static double number(Map<?, ?> object, String name) {
        return (object.get(name) instanceof Number number) ? number.doubleValue() : 0;
    }

}
