package monitoring.metricagent;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The keys of the configuration: a YAML file, and for each key an environment variable
 * that overrides it, by the same rule as Spring Boot's
 * ({@code metric-agent.spool.directory} is {@code METRICAGENT_SPOOL_DIRECTORY}). A key of
 * the file that nobody asked for is refused.
 */
final class Keys {

    private final Map<String, String> file;

    private final Map<String, String> environment;

    private final Set<String> asked = new TreeSet<>();

    private Keys(Map<String, String> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Reads the file, if one is given.
     * @throws IllegalArgumentException if it cannot be read
     */
    static Keys read(@Nullable Path file, Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file)) {
                flatten("", new Yaml(new SafeConstructor(new LoaderOptions())).load(reader), values);
            }
            catch (IOException | YAMLException ex) {
                throw new IllegalArgumentException(
                        "--config: " + file + " (expected: a YAML file that can be read): " + ex.getMessage(), ex);
            }
        }
        return new Keys(values, environment);
    }

    private static void flatten(String prefix, @Nullable Object value, Map<String, String> values) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, each) -> flatten(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, each, values));
        }
        else if (value != null) {
            values.put(prefix, value.toString());
        }
    }

    String text(String key, String otherwise) {
        this.asked.add(key);
        String variable = this.environment.get(variable(key));
        return (variable != null) ? variable : this.file.getOrDefault(key, otherwise);
    }

    static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    int number(String key, int otherwise, int least, int most) {
        String text = text(key, Integer.toString(otherwise));
        String expected = least + ".." + most;
        try {
            int value = Integer.parseInt(text);
            require(value >= least && value <= most, key, text, expected);
            return value;
        }
        catch (NumberFormatException ex) {
            throw wrong(key, text, expected);
        }
    }

    /** A time such as {@code 30s}, {@code 5m} or {@code PT30S}. */
    Duration duration(String key, Duration otherwise, Duration least, Duration most) {
        String text = text(key, otherwise.toString());
        String expected = "30s, 5m or PT30S, " + least.toSeconds() + "s.." + most.toSeconds() + "s";
        try {
            Duration value = text.matches("[0-9]+(ms|s|m|h|d)") ? simple(text) : Duration.parse(text);
            require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, key, text, expected);
            return value;
        }
        catch (DateTimeParseException | NumberFormatException ex) {
            throw wrong(key, text, expected);
        }
    }

    private static Duration simple(String text) {
        String unit = text.replaceAll("[0-9]", "");
        long amount = Long.parseLong(text.replaceAll("[a-z]", ""));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    <E extends Enum<E>> E choice(String key, E otherwise) {
        String text = text(key, otherwise.name());
        for (E value : otherwise.getDeclaringClass().getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text.replace('-', '_'))) {
                return value;
            }
        }
        throw wrong(key, text,
                "one of " + Arrays.toString(otherwise.getDeclaringClass().getEnumConstants())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'));
    }

    /** Refuses a key of the file that has no meaning, most often a misspelt one. */
    void refuseUnknown() {
        for (String key : this.file.keySet()) {
            if (!this.asked.contains(key)) {
                throw new IllegalArgumentException(key + ": unknown (expected: one of " + this.asked + ")");
            }
        }
    }

    private static void require(boolean holds, String key, String value, String expected) {
        if (!holds) {
            throw wrong(key, value, expected);
        }
    }

    static IllegalArgumentException wrong(String key, String value, String expected) {
        return new IllegalArgumentException(key + ": " + value + " (expected: " + expected + ")");
    }

}
