package monitoring.foundation.login;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody whom the simulated UAA knows.
 *
 * @param name with which they sign in
 * @param scopes what their groups allow, beside what everybody may
 * @param organizations which they may see in the CF API; nothing to those whose scopes
 * show all
 */
public record SimulatedUser(String name, Set<String> scopes, Set<String> organizations) {

    private static final Set<String> OF_EVERYBODY = Set.of("openid", "profile", "cloud_controller.read");

    private static final Set<String> SHOW_ALL = Set.of("cloud_controller.admin", "cloud_controller.admin_read_only",
            "cloud_controller.global_auditor");

    /** An administrator, an operator, an auditor, a developer, and one with nothing. */
    static final List<SimulatedUser> ALL = List.of(
            new SimulatedUser("cf-admin", Set.of("cloud_controller.admin"), Set.of()),
            new SimulatedUser("operator", Set.of("paas_monitoring.operator", "cloud_controller.global_auditor"),
                    Set.of()),
            new SimulatedUser("auditor", Set.of("cloud_controller.admin_read_only"), Set.of()),
            new SimulatedUser("developer", Set.of(), Set.of("commerce", "finance")),
            new SimulatedUser("guest", Set.of(), Set.of()));

    static Optional<SimulatedUser> named(String name) {
        return ALL.stream().filter((user) -> user.name.equals(name)).findFirst();
    }

    /** The GUID, the same after each start. */
    String id() {
        return UUID.nameUUIDFromBytes(("simulated " + this.name).getBytes(StandardCharsets.UTF_8)).toString();
    }

    String mail() {
        return this.name + "@simulated.example";
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
