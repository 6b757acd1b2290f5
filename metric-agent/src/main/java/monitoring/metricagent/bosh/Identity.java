package monitoring.metricagent.bosh;

import java.util.Map;

import monitoring.storage.metric.Tags;

import static java.util.Objects.requireNonNull;

/**
 * Which VM this is.
 *
 * @param origin its job, {@code micro-bosh} on a director
 * @param id its GUID
 * @param ip its first address
 * @param index its index within the job
 * @param deployment its deployment
 */
public record Identity(String origin, String id, String ip, String index, String deployment) {

    public Identity {
        requireNonNull(index, "index");
        require(origin, "origin");
        require(id, "id");
        require(ip, "ip");
        require(deployment, "deployment");
    }

    private static void require(String value, String key) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("metric-agent.identity." + key
                    + ": blank (expected: who this VM is, or a BOSH agent that says so)");
        }
    }

    /** The tags of PaaS-TA's contract. */
    public Map<String, String> tags() {
        return Map.of(Tags.ORIGIN, this.origin, Tags.ID, this.id, Tags.IP, this.ip, Tags.INDEX, this.index,
                Tags.DEPLOYMENT, this.deployment);
    }

}
