package monitoring.manifests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An operations file, applied as the BOSH CLI applies it (go-patch): {@code replace} and
 * {@code remove} with keys, list indices, {@code -} for the end of a list,
 * {@code key=value} for the one matching item, and {@code ?} for what may be absent. What
 * else go-patch knows is refused, not guessed.
 */
record OpsFile(Path file, List<Operation> operations) {

    static OpsFile read(Path file) {
        return new OpsFile(file, Yaml.list(Yaml.read(file)).stream().map(Yaml::map).map(Operation::of).toList());
    }

    Object applyTo(Object document) {
        Object changed = Yaml.copy(document);
        for (Operation operation : this.operations) {
            try {
                operation.applyTo(changed);
            }
            catch (IllegalArgumentException ex) {
                throw new IllegalArgumentException(this.file + ": " + operation.path() + ": " + ex.getMessage(), ex);
            }
        }
        return changed;
    }

    record Operation(String type, String path, @Nullable Object value) {

        static Operation of(Map<String, Object> entry) {
            String type = String.valueOf(entry.get("type"));
            Set<String> keys = switch (type) {
                case "replace" -> Set.of("type", "path", "value");
                case "remove" -> Set.of("type", "path");
                default -> throw new IllegalArgumentException("type: " + type + " (expected: replace or remove)");
            };
            if (!entry.keySet().equals(keys)) {
                throw new IllegalArgumentException("keys: " + entry.keySet() + " (expected: " + keys + ")");
            }
            return new Operation(type, String.valueOf(entry.get("path")), entry.get("value"));
        }

        void applyTo(Object document) {
            if (!this.path.startsWith("/") || this.path.length() < 2) {
                throw new IllegalArgumentException("path: " + this.path + " (expected: /key/…)");
            }
            String[] tokens = this.path.substring(1).split("/", -1);
            Object node = document;
            boolean optional = false;
            for (int i = 0; i < tokens.length - 1; i++) {
                optional |= tokens[i].endsWith("?");
                node = new Token(tokens[i], optional).descend(node, tokens[i + 1]);
            }
            String last = tokens[tokens.length - 1];
            Token token = new Token(last, optional || last.endsWith("?"));
            if ("remove".equals(this.type)) {
                token.removeFrom(node);
            }
            else {
                token.replaceIn(node, Yaml.copy(this.value == null ? Map.of() : this.value));
            }
        }

    }

    /** One step of a path. */
    private record Token(String text, boolean optional) {

        private String key() {
            return this.text.endsWith("?") ? this.text.substring(0, this.text.length() - 1) : this.text;
        }

        Object descend(Object node, String next) {
            if (node instanceof Map) {
                Map<String, Object> map = Yaml.map(node);
                if (map.get(key()) == null) {
                    requireOptional(map.keySet());
                    map.put(key(), isListToken(next) ? new ArrayList<>() : new LinkedHashMap<>());
                }
                return map.get(key());
            }
            return Yaml.list(node).get(indexIn(Yaml.list(node), true));
        }

        void replaceIn(Object node, Object value) {
            if (node instanceof Map) {
                if (!Yaml.map(node).containsKey(key())) {
                    requireOptional(Yaml.map(node).keySet());
                }
                Yaml.map(node).put(key(), value);
                return;
            }
            List<Object> list = Yaml.list(node);
            if ("-".equals(this.text)) {
                list.add(value);
                return;
            }
            int index = indexIn(list, true);
            list.set(index, value);
        }

        void removeFrom(Object node) {
            if (node instanceof Map) {
                if (Yaml.map(node).remove(key()) == null) {
                    requireOptional(Yaml.map(node).keySet());
                }
                return;
            }
            List<Object> list = Yaml.list(node);
            int index = indexIn(list, !this.optional);
            if (index >= 0) {
                list.remove(index);
            }
        }

        private int indexIn(List<Object> list, boolean required) {
            if (key().matches("\\d+")) {
                return Integer.parseInt(key());
            }
            String[] match = key().split("=", 2);
            if (match.length != 2) {
                throw new IllegalArgumentException(this.text + " (expected: an index, - or key=value in a list)");
            }
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> map && match[1].equals(map.get(match[0]))) {
                    found.add(i);
                }
            }
            if (found.isEmpty() && !required) {
                return -1;
            }
            if (found.size() != 1) {
                throw new IllegalArgumentException(this.text + " matches " + found.size() + " items (expected: 1)");
            }
            return found.get(0);
        }

        private void requireOptional(Set<String> present) {
            if (!this.optional) {
                throw new IllegalArgumentException(key() + " is absent (expected: one of " + present + ")");
            }
        }

        private static boolean isListToken(String token) {
            return "-".equals(token) || token.contains("=");
        }

    }

}
