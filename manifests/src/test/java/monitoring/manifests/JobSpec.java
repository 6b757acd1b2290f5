package monitoring.manifests;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a job of the release declares: its templates, its packages and its properties. */
record JobSpec(Path directory, Map<String, Object> content) {

    static JobSpec read(Path directory) {
        return new JobSpec(directory, Yaml.map(Yaml.read(directory.resolve("spec"))));
    }

    String name() {
        return String.valueOf(this.content.get("name"));
    }

    /** Template file to place on the VM. */
    Map<String, String> templates() {
        Map<String, String> templates = new LinkedHashMap<>();
        Yaml.map(this.content.get("templates")).forEach((file, place) -> templates.put(file, String.valueOf(place)));
        return templates;
    }

    List<String> packages() {
        return Yaml.listIn(this.content, "packages").stream().map(String::valueOf).toList();
    }

    Map<String, Property> properties() {
        Map<String, Property> properties = new LinkedHashMap<>();
        Yaml.mapIn(this.content, "properties").forEach((name, node) -> {
            Map<String, Object> definition = Yaml.map(node);
            properties.put(name, new Property(name, String.valueOf(definition.getOrDefault("description", "")).strip(),
                    definition.get("default")));
        });
        return properties;
    }

    /**
     * As the director does: what is not declared is dropped, and a default stands in
     * where the manifest has nil.
     */
    Map<String, Object> bind(Map<String, Object> manifestProperties) {
        Map<String, Object> bound = new LinkedHashMap<>();
        properties().forEach((name, property) -> {
            Object value = find(manifestProperties, name);
            put(bound, name, (value != null) ? value : property.defaultValue());
        });
        return bound;
    }

    static @Nullable Object find(Map<String, Object> properties, String name) {
        Object node = properties;
        for (String key : name.split("\\.")) {
            if (!(node instanceof Map)) {
                return null;
            }
            node = Yaml.map(node).get(key);
        }
        return node;
    }

    @SuppressWarnings("NullAway") // nil is a value of the director's maps
    private static void put(Map<String, Object> properties, String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            properties.put(name, value);
            return;
        }
        Object child = properties.computeIfAbsent(name.substring(0, dot), (key) -> new LinkedHashMap<>());
        put(Yaml.map(child), name.substring(dot + 1), value);
    }

    record Property(String name, String description, @Nullable Object defaultValue) {

        boolean isRequired() {
            return this.description.contains("(required)");
        }

        boolean isOptional() {
            return this.description.contains("(optional)");
        }

    }

}
