package monitoring.autoscale;

import java.time.Clock;

/** Asks an AutoScale server; its {@code toString} names the server's address. */
public interface AutoScaleClient {

    /**
     * Asks once, and again only where a repetition cannot scale twice. Blocks until the
     * outcome is known or a timeout ends it; never throws for what the server does.
     * @param request what is wanted
     * @return what came of it
     */
    ScaleResult scale(ScaleRequest request);

    /**
     * The client for a server.
     * @param properties where it is and which dialect it speaks
     * @param clock for cool-downs, tokens and the circuit
     */
    static AutoScaleClient to(AutoScaleProperties properties, Clock clock) {
        HttpCalls http = new HttpCalls(properties);
        AutoScaleClient dialect = switch (properties.dialect()) {
            case PAASTA -> new PaastaDialect(properties, http);
            case CF_APP_AUTOSCALER -> new CfAppAutoscalerDialect(properties, http, clock);
            case CF_V3 -> new CfV3Dialect(properties, http, new UaaToken(properties, http, clock));
        };
        return new Circuit(dialect, clock);
    }

}
