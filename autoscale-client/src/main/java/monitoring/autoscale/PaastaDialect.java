package monitoring.autoscale;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import monitoring.autoscale.ScaleResult.Outcome;

import tools.jackson.databind.json.JsonMapper;

/**
 * PaaS-TA's call of the Portal API. All fields are strings. The server adds or takes one
 * instance each time it is called, so a call is never repeated once it may have arrived.
 */
final class PaastaDialect implements AutoScaleClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI uri;

    private final String authorization;

    private final HttpCalls http;

    PaastaDialect(AutoScaleProperties properties, HttpCalls http) {
        this.uri = properties.url().resolve(properties.path());
        this.authorization = properties.authorization();
        this.http = http;
    }

    @Override
    public ScaleResult scale(ScaleRequest request) {
        try {
            return result(request, this.http.post(this.uri, "application/json", body(request), this.authorization));
        }
        catch (HttpCalls.CallException ex) {
            return ex.result();
        }
    }

    private static String body(ScaleRequest request) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("appName", request.appName());
        body.put("appGuid", request.appGuid());
        body.put("cpuUsage", percent(request.usage().cpu()));
        body.put("memoryUsage", percent(request.usage().memory()));
        body.put("action", request.isOut() ? "O" : "I");
        body.put("instanceCnt", Integer.toString(request.currentInstances()));
        body.put("cause", request.usage().cause().name());
        return JSON.writeValueAsString(body);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static ScaleResult result(ScaleRequest request, HttpResponse<String> response) {
        String body = response.body().strip();
        return switch (response.statusCode()) {
            case 200 -> accepted(request, body);
            case 204 -> ScaleResult.of(Outcome.REJECTED, 204, "no app " + request.appGuid());
            case 400, 401, 403, 404 -> ScaleResult.of(Outcome.REJECTED, response.statusCode(), body);
            default -> ScaleResult.of(isPerhapsDone(response.statusCode()) ? Outcome.UNKNOWN : Outcome.FAILED,
                    response.statusCode(), body);
        };
    }

    /**
     * A router says 502 or 504 also when the portal has scaled and only its answer was
     * lost; asked again within the window, it would add another instance.
     */
    private static boolean isPerhapsDone(int status) {
        return status == 408 || (status >= 500 && status != 501);
    }

    private static ScaleResult accepted(ScaleRequest request, String body) {
        String count = body.replace("\"", "");
        if (count.matches("[0-9]{1,9}")) {
            int instances = Integer.parseInt(count);
            Outcome outcome = (instances == request.currentInstances()) ? Outcome.NOOP : Outcome.SCALED;
            return new ScaleResult(outcome, instances, null, 200, body);
        }
        if (body.isEmpty() || body.equals("null")) {
            return ScaleResult.of(Outcome.UNKNOWN, 200, "accepted, but without a count of instances");
        }
        return ScaleResult.of(Outcome.FAILED, 200, body);
    }

    @Override
    public String toString() {
        return "PaaS-TA AutoScale server at " + this.uri;
    }

}
