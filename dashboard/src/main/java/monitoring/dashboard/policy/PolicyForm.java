package monitoring.dashboard.policy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.AlarmPolicy;
import monitoring.storage.policy.AlarmPolicy.Damping;
import monitoring.storage.policy.AlarmPolicy.Timing;
import monitoring.storage.policy.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is edited. Numbers are bound as text, so that a wrong one is shown again
 * beside its message.
 *
 * @param origin whose targets, of a new one
 * @param resource which resource, of a new one
 * @param scope deployment, of a new one
 * @param warning lower limit, in the unit of the resource
 * @param critical upper limit, in the unit of the resource
 * @param measure window, seconds
 * @param repeat minutes between two messages
 * @param recovery percent under the limit at which it is well again
 * @param raiseAfter windows in a row
 * @param resolveAfter windows in a row
 * @param comment in words
 */
public record PolicyForm(@Nullable Origin origin, @Nullable Resource resource, @Nullable String scope,
        @Nullable String warning, @Nullable String critical, @Nullable String measure, @Nullable String repeat,
        @Nullable String recovery, @Nullable String raiseAfter, @Nullable String resolveAfter,
        @Nullable String comment) {

    static PolicyForm of(AlarmPolicy policy) {
        return new PolicyForm(policy.origin(), policy.resource(), policy.scope(), plain(policy.threshold().warning()),
                plain(policy.threshold().critical()), String.valueOf(policy.timing().measureTime().toSeconds()),
                String.valueOf(policy.timing().repeatTime().toMinutes()), plain(policy.damping().recovery()),
                String.valueOf(policy.damping().raiseAfter()), String.valueOf(policy.damping().resolveAfter()),
                policy.comment());
    }

    /**
     * What a new one begins with: PaaS-TA's limits and times, and where PaaS-TA has none,
     * those that most platforms can live with.
     */
    static PolicyForm empty(Origin origin, Resource resource) {
        Threshold usual = switch (resource) {
            case SWAP -> new Threshold(50, 80);
            case LOAD -> new Threshold(2, 4);
            case NETWORK -> new Threshold(1, 10);
            default -> new Threshold(85, 90);
        };
        return new PolicyForm(origin, resource, "", plain(usual.warning()), plain(usual.critical()), "600", "10", "5",
                "1", "1", "");
    }

    /**
     * Reads it.
     * @param id of the policy, empty for a new one
     * @param problems filled with what is wrong, by field
     * @return the policy, empty if something is wrong
     */
    Optional<AlarmPolicy> read(String id, Origin origin, Resource resource, String scope,
            Map<String, String> problems) {
        double warning = number("warning", this.warning, 0.1, limit(resource), problems);
        double critical = number("critical", this.critical, 0.1, limit(resource), problems);
        double measure = number("measure", this.measure, 30, 86_400, problems);
        double repeat = number("repeat", this.repeat, 1, 10_080, problems);
        double recovery = number("recovery", this.recovery, 0, 50, problems);
        double raise = number("raiseAfter", this.raiseAfter, 1, 60, problems);
        double resolve = number("resolveAfter", this.resolveAfter, 1, 60, problems);
        if (!resource.isMeasuredOf(origin)) {
            problems.put("resource", "policy.problem.unmeasured");
        }
        if (!problems.containsKey("warning") && !problems.containsKey("critical") && warning >= critical) {
            problems.put("critical", "policy.problem.order");
        }
        String words = (this.comment == null) ? "" : this.comment.strip();
        if (words.length() > 5000) {
            problems.put("comment", "policy.problem.long");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AlarmPolicy(id, origin, resource, scope, new Threshold(warning, critical),
                new Timing(Duration.ofSeconds((long) measure), Duration.ofMinutes((long) repeat)),
                new Damping(recovery, (int) raise, (int) resolve), words));
    }

    static Map<String, String> problems() {
        return new LinkedHashMap<>();
    }

    private static double limit(Resource resource) {
        return switch (resource) {
            case LOAD, NETWORK -> 1_000_000;
            case CPU -> 6400; // percent of one core, of a container with many
            default -> 100;
        };
    }

    private static double number(String field, @Nullable String text, double least, double most,
            Map<String, String> problems) {
        try {
            double value = Double.parseDouble((text == null) ? "" : text.strip());
            if (value >= least && value <= most) {
                return value;
            }
            problems.put(field, "policy.problem." + field);
        }
        catch (NumberFormatException ex) {
            problems.put(field, "policy.problem.number");
        }
        return Double.NaN;
    }

    private static String plain(double value) {
        return (value == Math.rint(value)) ? String.valueOf((long) value) : String.valueOf(value);
    }

}
