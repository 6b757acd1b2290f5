package monitoring.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** YAML as plain maps, lists and scalars; a key that stands twice is an error. */
final class Yaml {

    private Yaml() {
    }

    static Object read(Path file) {
        try {
            return parse(Files.readString(file));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(file + " cannot be read", ex);
        }
        catch (RuntimeException ex) {
            throw new IllegalArgumentException(file + " is no YAML: " + ex.getMessage(), ex);
        }
    }

    static Object parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return copy(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text));
    }

    static String write(Object document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new org.yaml.snakeyaml.Yaml(new QuotingRepresenter(options), options).dump(document);
    }

    /** A copy without aliases, so that a change in one place stays there. */
    static Object copy(Object node) {
        return mapScalars(node, UnaryOperator.identity());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object node) {
        if (!(node instanceof Map)) {
            throw new IllegalArgumentException(node + " (expected: a map)");
        }
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object node) {
        if (!(node instanceof List)) {
            throw new IllegalArgumentException(node + " (expected: a list)");
        }
        return (List<Object>) node;
    }

    static Map<String, Object> mapIn(Map<String, Object> parent, String key) {
        return parent.get(key) == null ? Map.of() : map(parent.get(key));
    }

    static List<Object> listIn(Map<String, Object> parent, String key) {
        return parent.get(key) == null ? List.of() : list(parent.get(key));
    }

    static Object mapScalars(Object node, UnaryOperator<Object> change) {
        if (node instanceof Map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map(node).forEach((key, value) -> copy.put(key, mapScalars(value, change)));
            return copy;
        }
        if (node instanceof List) {
            List<Object> copy = new ArrayList<>();
            list(node).forEach((value) -> copy.add(mapScalars(value, change)));
            return copy;
        }
        return change.apply(node);
    }

    /** Calls with the dotted path of each leaf; a list is a leaf. */
    static void eachLeaf(String prefix, Map<String, Object> node, BiConsumer<String, @Nullable Object> leaf) {
        node.forEach((key, value) -> {
            String path = prefix.isEmpty() ? key : prefix + "." + key;
            if (value instanceof Map && !map(value).isEmpty()) {
                eachLeaf(path, map(value), leaf);
            }
            else {
                leaf.accept(path, value);
            }
        });
    }

    /**
     * Quotes all texts: what one reader of YAML takes for a text without quotes, such as
     * 08:00, is a number for another.
     */
    private static final class QuotingRepresenter extends Representer {

        private QuotingRepresenter(DumperOptions options) {
            super(options);
            this.representers.put(String.class,
                    (text) -> representScalar(Tag.STR, (String) text, DumperOptions.ScalarStyle.DOUBLE_QUOTED));
        }

    }

}
