package monitoring.storage.policy;

import java.util.List;

/**
 * The policies of a table, and which of its rows are no valid policy.
 *
 * @param valid usable policies; copied
 * @param rejected table, key and reason of each row that is not usable; copied
 * @param <P> kind of policy
 */
public record Policies<P>(List<P> valid, List<String> rejected) {

    public Policies {
        valid = List.copyOf(valid);
        rejected = List.copyOf(rejected);
    }

}
