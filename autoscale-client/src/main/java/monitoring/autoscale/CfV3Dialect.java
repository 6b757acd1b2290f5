package monitoring.autoscale;

import java.net.URI;
import java.net.http.HttpResponse;

import monitoring.autoscale.ScaleResult.Outcome;

/**
 * The cloud controller itself. The count is absolute, so a repetition is harmless: three
 * tries where it broke off or had a fault of its own. All of them, with their tokens,
 * take no longer than one answer may, so that silence is waited for once.
 */
final class CfV3Dialect implements AutoScaleClient {

    private static final int TRIES = 3;

    private final URI api;

    private final HttpCalls http;

    private final UaaToken token;

    CfV3Dialect(AutoScaleProperties properties, HttpCalls http, UaaToken token) {
        this.api = properties.url();
        this.http = http;
        this.token = token;
    }

    @Override
    public ScaleResult scale(ScaleRequest request) {
        Deadline deadline = this.http.deadline();
        ScaleResult result = ask(request, deadline);
        int tries = 1;
        while (tries < TRIES && isWorthAnother(result) && !deadline.isOver()) {
            result = ask(request, deadline);
            tries++;
        }
        return (result.outcome() == Outcome.UNKNOWN)
                ? ScaleResult.of(result.outcome(), result.status(),
                        result.detail() + "; asked " + tries + " time(s), within " + deadline.length() + " in all")
                : result;
    }

    private static boolean isWorthAnother(ScaleResult result) {
        return result.outcome() == Outcome.UNKNOWN || result.status() >= 500;
    }

    private ScaleResult ask(ScaleRequest request, Deadline deadline) {
        URI uri = this.api.resolve("/v3/processes/" + request.appGuid() + "/actions/scale");
        String body = "{\"instances\":" + request.targetInstances() + "}";
        try {
            HttpResponse<String> response = this.http.post(uri, "application/json", body, authorization(deadline),
                    deadline);
            if (response.statusCode() == 401) {
                this.token.forget();
                response = this.http.post(uri, "application/json", body, authorization(deadline), deadline);
            }
            return result(request, response);
        }
        catch (HttpCalls.CallException ex) {
            return ex.result();
        }
        catch (NoTokenException ex) {
            return ex.result;
        }
    }

    /**
     * Without a token nothing was asked of the cloud controller, whatever the UAA did.
     */
    private String authorization(Deadline deadline) throws NoTokenException {
        try {
            return this.token.authorization(deadline);
        }
        catch (HttpCalls.CallException ex) {
            throw new NoTokenException(ScaleResult.of(Outcome.FAILED, 0, String.valueOf(ex.getMessage())), ex);
        }
        catch (UaaToken.RefusedException ex) {
            throw new NoTokenException(ScaleResult.of(Outcome.REJECTED, ex.status(), String.valueOf(ex.getMessage())),
                    ex);
        }
    }

    private static ScaleResult result(ScaleRequest request, HttpResponse<String> response) {
        String body = response.body().strip();
        return switch (response.statusCode()) {
            case 202, 200 ->
                new ScaleResult(Outcome.SCALED, request.targetInstances(), null, response.statusCode(), "accepted");
            case 400, 401, 403, 404 -> ScaleResult.of(Outcome.REJECTED, response.statusCode(), body);
            default -> ScaleResult.of(Outcome.FAILED, response.statusCode(), body);
        };
    }

    @Override
    public String toString() {
        return "CF cloud controller at " + this.api;
    }

    /** Says what comes of a request for which there is no token. */
    private static final class NoTokenException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient ScaleResult result;

        private NoTokenException(ScaleResult result, Exception cause) {
            super(cause);
            this.result = result;
        }

    }

}
