package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody whom the simulated UAA knows.
 *
 * @param name with which they sign in
 * @param scopes what their groups allow, beside what everybody may
 * @param organizations which they may see in the CF API; nothing to those whose scopes
 * show all
 * @param active whether they may sign in
 */
public record SimulatedUser(String name, Set<String> scopes, Set<String> organizations, boolean active) {

    private static final Set<String> OF_EVERYBODY = Set.of("openid", "profile", "cloud_controller.read");

    private static final Set<String> SHOW_ALL = Set.of("cloud_controller.admin", "cloud_controller.admin_read_only",
            "cloud_controller.global_auditor");

    /** An administrator, an operator, an auditor, a developer, and one with nothing. */
    static final List<SimulatedUser> AT_FIRST = List.of(
            new SimulatedUser("cf-admin", Set.of("cloud_controller.admin"), Set.of(), true),
            new SimulatedUser("operator", Set.of("paas_monitoring.operator", "cloud_controller.global_auditor"),
                    Set.of(), true),
            new SimulatedUser("auditor", Set.of("cloud_controller.admin_read_only"), Set.of(), true),
            new SimulatedUser("developer", Set.of(), Set.of("commerce", "finance"), true),
            new SimulatedUser("guest", Set.of(), Set.of(), true));

    /** The GUID, the same after each start. */
    String id() {
        return UUID.nameUUIDFromBytes(("simulated " + this.name).getBytes(StandardCharsets.UTF_8)).toString();
    }

    String mail() {
        return this.name + "@simulated.example";
    }

    SimulatedUser withActive(boolean active) {
        return new SimulatedUser(this.name, this.scopes, this.organizations, active);
    }

    SimulatedUser without(String scope) {
        return new SimulatedUser(this.name,
                this.scopes.stream().filter((one) -> !one.equals(scope)).collect(Collectors.toUnmodifiableSet()),
                this.organizations, this.active);
    }

    SimulatedUser with(String scope) {
        return new SimulatedUser(this.name,
                Stream.concat(this.scopes.stream(), Stream.of(scope)).collect(Collectors.toUnmodifiableSet()),
                this.organizations, this.active);
    }

    /** Whether a scope may be given to a token of theirs. */
    boolean has(String scope) {
        return OF_EVERYBODY.contains(scope) || this.scopes.contains(scope);
    }

    /** Whether the CF API shows them an organization. */
    public boolean sees(String organization) {
        return this.scopes.stream().anyMatch(SHOW_ALL::contains) || this.organizations.contains(organization);
    }

}
