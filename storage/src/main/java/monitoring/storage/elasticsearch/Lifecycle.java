package monitoring.storage.elasticsearch;

import java.time.Duration;

import monitoring.storage.log.LogStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.elasticsearch.client.Request;

/**
 * The policy by which a cluster with index lifecycle management (ILM) deletes the dated
 * indices. A plain node has none, and says so with 400.
 */
final class Lifecycle {

    private static final Logger logger = LoggerFactory.getLogger(Lifecycle.class);

    private static final String POLICY = """
            {"policy":{"_meta":{"owner":"paas-monitoring"},"phases":{"hot":{"actions":{}},\
            "delete":{"min_age":"%dh","actions":{"delete":{}}}}}}""";

    private final Calls calls;

    private final String alias;

    Lifecycle(Calls calls, String alias) {
        this.calls = calls;
        this.alias = alias;
    }

    String policy() {
        return "paas-monitoring-" + this.alias;
    }

    /** Whether the policy is there. */
    boolean exists() {
        try {
            perform(new Request("GET", "/_ilm/policy/" + policy()));
            return true;
        }
        catch (LogStoreException ex) {
            return isDeclined(ex);
        }
    }

    /**
     * Makes or changes the policy, and has all dated indices obey it. An index is as old
     * as its creation, so it goes a day later than its first event is due.
     * @return whether the cluster does it
     */
    boolean put(Duration maxAge) {
        Request policy = new Request("PUT", "/_ilm/policy/" + policy());
        policy.setJsonEntity(POLICY.formatted(maxAge.plusDays(1).toHours()));
        Request indices = new Request("PUT", "/" + this.alias + "-*.*.*/_settings?allow_no_indices=true");
        indices.setJsonEntity("{\"index.lifecycle.name\":\"" + policy() + "\"}");
        try {
            perform(policy);
            perform(indices);
            return true;
        }
        catch (LogStoreException ex) {
            return isDeclined(ex);
        }
    }

    /** False if the server knows no such thing, or does not let us; else it is away. */
    private boolean isDeclined(LogStoreException reason) {
        if (reason.isRetryable()) {
            throw reason;
        }
        logger.debug("No lifecycle management: {}", reason.getMessage());
        return false;
    }

    private void perform(Request request) {
        this.calls.call((client, options) -> client.getLowLevelClient().performRequest(request));
    }

}
