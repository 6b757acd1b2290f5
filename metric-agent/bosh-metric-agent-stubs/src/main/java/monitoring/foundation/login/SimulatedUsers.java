package monitoring.foundation.login;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Whom the simulated UAA knows, as they are now; a restart makes them as at first. */
@Component
class SimulatedUsers {

    private final Map<String, SimulatedUser> byName = Collections.synchronizedMap(new LinkedHashMap<>());

    SimulatedUsers() {
        SimulatedUser.AT_FIRST.forEach(this::save);
    }

    Collection<SimulatedUser> all() {
        synchronized (this.byName) {
            return List.copyOf(this.byName.values());
        }
    }

    Optional<SimulatedUser> named(String name) {
        return Optional.ofNullable(this.byName.get(name));
    }

    Optional<SimulatedUser> withId(String id) {
        return all().stream().filter((user) -> user.id().equals(id)).findFirst();
    }

    void save(SimulatedUser user) {
        this.byName.put(user.name(), user);
    }

    /** Whether somebody may still sign in, and everything that was granted to them. */
    boolean still(String name, List<String> scopes) {
        return named(name).filter(SimulatedUser::active)
            .filter((user) -> scopes.stream().allMatch(user::has))
            .isPresent();
    }

}
