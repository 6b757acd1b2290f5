package monitoring.foundation.cloudcontroller;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.Space;

/** Organizations, spaces, apps and processes in the shape of the CF API v3. */
final class Resources {

    private static final long MIB = 1L << 20;

    private final String createdAt;

    Resources(Instant firstStart) {
        this.createdAt = firstStart.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The organization of a space. */
    Map<String, Object> organization(Space space) {
        Map<String, Object> organization = resource(space.organizationGuid());
        organization.put("name", space.organization());
        organization.put("suspended", false);
        return organization;
    }

    /** The organizations of some spaces, each once. */
    List<Map<String, Object>> organizations(List<Space> spaces) {
        return List.copyOf(spaces.stream()
            .collect(Collectors.toMap(Space::organizationGuid, this::organization, (first, second) -> first,
                    LinkedHashMap::new))
            .values());
    }

    Map<String, Object> space(Space space) {
        Map<String, Object> resource = resource(space.guid());
        resource.put("name", space.name());
        resource.put("relationships", Map.of("organization", to(space.organizationGuid())));
        return resource;
    }

    Map<String, Object> app(FoundationApp app, Space space) {
        Map<String, Object> resource = resource(app.guid());
        resource.put("name", app.name());
        resource.put("state", "STARTED");
        resource.put("lifecycle", Map.of("type", "buildpack", "data",
                Map.of("buildpacks", List.of("java_buildpack"), "stack", "cflinuxfs4")));
        resource.put("relationships", Map.of("space", to(space.guid()), "current_droplet", to(app.guid())));
        return resource;
    }

    Map<String, Object> process(FoundationApp app, int instances) {
        Map<String, Object> resource = resource(app.guid());
        resource.put("type", "web");
        resource.put("command", "[PRIVATE DATA HIDDEN IN LISTS]");
        resource.put("instances", instances);
        resource.put("memory_in_mb", app.memoryQuota() / MIB);
        resource.put("disk_in_mb", app.diskQuota() / MIB);
        resource.put("log_rate_limit_in_bytes_per_second", -1);
        resource.put("health_check", Map.of("type", "port", "data", Map.of()));
        resource.put("relationships", Map.of("app", to(app.guid())));
        return resource;
    }

    private Map<String, Object> resource(String guid) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("guid", guid);
        resource.put("created_at", this.createdAt);
        resource.put("updated_at", this.createdAt);
        return resource;
    }

    private static Map<String, Object> to(String guid) {
        return Map.of("data", Map.of("guid", guid));
    }

}
