package monitoring.autoscale;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import monitoring.autoscale.ScaleResult.Outcome;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scaling engine of cloudfoundry/app-autoscaler. It keeps its own cool-down, so one
 * repetition after a timeout scales once: the second call is ignored within it.
 */
final class CfAppAutoscalerDialect implements AutoScaleClient {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int IGNORED = 2;

    private static final long NANOS = 1_000_000_000L;

    private final AutoScaleProperties properties;

    private final HttpCalls http;

    private final Clock clock;

    CfAppAutoscalerDialect(AutoScaleProperties properties, HttpCalls http, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public ScaleResult scale(ScaleRequest request) {
        URI uri = this.properties.url().resolve("/v1/apps/" + request.appGuid() + "/scale");
        // silence is waited for once; a call that broke off is repeated
        Deadline deadline = this.http.deadline();
        try {
            try {
                return ask(uri, request, deadline);
            }
            catch (HttpCalls.CallException ex) {
                if (!ex.isSent() || deadline.isOver()) {
                    return ex.result();
                }
                return ask(uri, request, deadline);
            }
        }
        catch (HttpCalls.CallException ex) {
            return ex.result();
        }
    }

    private ScaleResult ask(URI uri, ScaleRequest request, Deadline deadline) throws HttpCalls.CallException {
        HttpResponse<String> response = this.http.post(uri, "application/json", body(request),
                this.properties.authorization(), deadline);
        return switch (response.statusCode()) {
            case 200 -> accepted(request, response.body());
            case 400, 401, 403, 404 -> ScaleResult.of(Outcome.REJECTED, response.statusCode(), response.body().strip());
            default -> ScaleResult.of(Outcome.FAILED, response.statusCode(), response.body().strip());
        };
    }

    private static String body(ScaleRequest request) {
        int change = request.targetInstances() - request.currentInstances();
        Map<String, Object> trigger = new LinkedHashMap<>();
        trigger.put("app_id", request.appGuid());
        trigger.put("metric_type", switch (request.usage().cause()) {
            case CPU -> "cpu";
            case MEM -> "memoryutil";
        });
        trigger.put("metric_unit", "%");
        trigger.put("threshold", Math.round(request.usage().threshold()));
        trigger.put("operator", request.isOut() ? ">" : "<");
        trigger.put("adjustment", "%+d".formatted(change));
        return JSON.writeValueAsString(trigger);
    }

    private ScaleResult accepted(ScaleRequest request, String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        }
        catch (JacksonException ex) {
            return ScaleResult.of(Outcome.UNKNOWN, 200, body.strip());
        }
        long expiry = answer.path("cool_down_expired_at").asLong(0);
        Instant coolDown = Instant.ofEpochSecond(expiry / NANOS, expiry % NANOS);
        Instant until = coolDown.isAfter(this.clock.instant()) ? coolDown : null;
        int change = answer.path("adjustment").asInt(0);
        return switch (answer.path("status").asInt(-1)) {
            case 0 -> new ScaleResult((change == 0) ? Outcome.NOOP : Outcome.SCALED,
                    request.currentInstances() + change, until, 200, body.strip());
            case IGNORED -> new ScaleResult(Outcome.IGNORED, null, until, 200, body.strip());
            default -> new ScaleResult(Outcome.FAILED, null, until, 200, body.strip());
        };
    }

    @Override
    public String toString() {
        return "CF app-autoscaler's scaling engine at " + this.properties.url();
    }

}
