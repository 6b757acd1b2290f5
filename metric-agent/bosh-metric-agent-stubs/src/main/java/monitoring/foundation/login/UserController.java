package monitoring.foundation.login;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What of the UAA's SCIM endpoints its administrators need to deactivate somebody and to
 * change their groups; a group's id is its name here.
 */
@RestController
@RequestMapping("/uaa")
class UserController {

    private final SimulatedUsers users;

    private final Tokens tokens;

    UserController(SimulatedUsers users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @GetMapping("/Users")
    ResponseEntity<Map<String, Object>> list(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (!this.tokens.letsIn(authorization)) {
            return refusal();
        }
        List<Map<String, Object>> all = this.users.all().stream().map(UserController::told).toList();
        return ResponseEntity
            .ok(Map.of("resources", all, "startIndex", 1, "itemsPerPage", 100, "totalResults", all.size()));
    }

    /** Takes {@code active}; the rest of a user stays. */
    @PatchMapping("/Users/{id}")
    ResponseEntity<Map<String, Object>> change(@PathVariable String id, @RequestBody Map<String, Object> body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return change(id, authorization,
                (user) -> (body.get("active") instanceof Boolean active) ? user.withActive(active) : user);
    }

    @PostMapping("/Groups/{group}/members")
    ResponseEntity<Map<String, Object>> add(@PathVariable String group, @RequestBody Map<String, Object> body,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return change(String.valueOf(body.get("value")), authorization, (user) -> user.with(group));
    }

    @DeleteMapping("/Groups/{group}/members/{id}")
    ResponseEntity<Map<String, Object>> remove(@PathVariable String group, @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        return change(id, authorization, (user) -> user.without(group));
    }

    private ResponseEntity<Map<String, Object>> change(String id, @Nullable String authorization,
            UnaryOperator<SimulatedUser> change) {
        if (!this.tokens.letsIn(authorization)) {
            return refusal();
        }
        return this.users.withId(id).map((user) -> {
            SimulatedUser changed = change.apply(user);
            this.users.save(changed);
            return ResponseEntity.ok(told(changed));
        })
            .orElseGet(() -> ResponseEntity.status(404)
                .body(Map.of("error", "scim_resource_not_found", "error_description",
                        "User " + id + " does not exist")));
    }

    private static ResponseEntity<Map<String, Object>> refusal() {
        return ResponseEntity.status(401)
            .body(Map.of("error", "unauthorized", "error_description",
                    "Full authentication is required to access this resource"));
    }

    private static Map<String, Object> told(SimulatedUser user) {
        return Map.of("id", user.id(), "userName", user.name(), "active", user.active(), "origin", "uaa", "emails",
                List.of(Map.of("value", user.mail(), "primary", true)), "groups",
                user.scopes()
                    .stream()
                    .sorted()
                    .map((scope) -> Map.of("value", scope, "display", scope, "type", "DIRECT"))
                    .toList());
    }

}
