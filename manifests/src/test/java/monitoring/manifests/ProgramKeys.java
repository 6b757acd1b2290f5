package monitoring.manifests;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The keys of a program and their defaults, read from the compiled properties records of
 * its module and of the modules it stands on, and from its YAML file.
 */
final class ProgramKeys {

    private final List<Path> directories;

    private final Map<String, @Nullable String> defaults = new TreeMap<>();

    private ProgramKeys(List<Path> directories) {
        this.directories = directories;
    }

    /** Key to default, which is null where there is none. */
    static Map<String, @Nullable String> of(List<String> modules) {
        ProgramKeys keys = new ProgramKeys(modules.stream()
            .map((module) -> Manifests.DIRECTORY.resolveSibling(module).resolve("target/classes"))
            .toList());
        try {
            for (Path directory : keys.directories) {
                keys.readRecords(directory);
                keys.readYaml(directory.resolve("application.yml"));
                keys.readYaml(directory.resolve("metric-agent.yml"));
            }
        }
        catch (IOException | ReflectiveOperationException ex) {
            throw new IllegalStateException("Build the programs first: mvn -pl manifests -am test", ex);
        }
        return keys.defaults;
    }

    private void readRecords(Path directory) throws IOException, ReflectiveOperationException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter((path) -> path.toString().endsWith("Properties.class")).toList()) {
                PropertiesRecord read = PropertiesRecord.read(file);
                String prefix = read.prefix();
                if (prefix != null && read.isRecord()) {
                    readComponents(prefix, read);
                }
                else if (file.endsWith("monitoring/autoscale/AutoScaleProperties.class")) {
                    readDefaults("autoscale", directory, "monitoring.autoscale.AutoScaleProperties");
                }
            }
        }
    }

    private void readComponents(String prefix, PropertiesRecord read) {
        for (PropertiesRecord.Component component : read.components()) {
            String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.name());
            PropertiesRecord nested = record(component.type().getInternalName());
            List<String> values = component.defaults();
            if (nested != null && (values == null || values.isEmpty())) {
                readComponents(key, nested);
            }
            else {
                this.defaults.put(key, (values != null) ? String.join(",", values) : null);
            }
        }
    }

    private @Nullable PropertiesRecord record(String name) {
        return this.directories.stream()
            .map((directory) -> directory.resolve(name + ".class"))
            .filter(Files::exists)
            .map(PropertiesRecord::read)
            .filter(PropertiesRecord::isRecord)
            .findFirst()
            .orElse(null);
    }

    /** A record of a module without Spring, which makes its defaults itself. */
    private void readDefaults(String prefix, Path directory, String name)
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] { directory.toUri().toURL() })) {
            Class<?> type = loader.loadClass(name);
            Object defaults = type.getMethod("defaults").invoke(null);
            for (RecordComponent component : type.getRecordComponents()) {
                String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
                PropertiesRecord nested = record(component.getType().getName().replace('.', '/'));
                if (nested != null) {
                    readComponents(key, nested);
                }
                else {
                    this.defaults.put(key, String.valueOf(component.getAccessor().invoke(defaults)));
                }
            }
        }
    }

    private void readYaml(Path file) {
        if (Files.exists(file)) {
            Yaml.eachLeaf("", Yaml.map(Yaml.read(file)), (key, value) -> this.defaults.put(key, text(value)));
        }
    }

    /** As a record's annotation has it: a list with commas between its items. */
    static String text(@Nullable Object value) {
        return (value instanceof List) ? Yaml.list(value).stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

}
