package monitoring.manifests;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ((name))} of manifests: which are used, and what stands there when they are
 * filled in.
 */
final class Variables {

    private static final Pattern REFERENCE = Pattern.compile("\\(\\(([-/.\\w]+)\\)\\)");

    private Variables() {
    }

    /** Names as written, with the part behind a dot (of a certificate, say) left out. */
    static Set<String> usedIn(Object document) {
        Set<String> names = new LinkedHashSet<>();
        Yaml.mapScalars(document, (scalar) -> {
            Matcher matcher = REFERENCE.matcher(String.valueOf(scalar));
            while (matcher.find()) {
                names.add(name(matcher.group(1)));
            }
            return scalar;
        });
        return names;
    }

    /**
     * A scalar that is nothing but a reference takes the value's type; the others take
     * its text.
     */
    static Object fillIn(Object document, Map<String, Object> values) {
        return Yaml.mapScalars(document, (scalar) -> {
            if (!(scalar instanceof String text)) {
                return scalar;
            }
            Matcher matcher = REFERENCE.matcher(text);
            if (matcher.matches() && values.containsKey(name(matcher.group(1)))) {
                return value(matcher.group(1), values);
            }
            return matcher.replaceAll((match) -> Matcher.quoteReplacement(values.containsKey(name(match.group(1)))
                    ? String.valueOf(value(match.group(1), values)) : match.group()));
        });
    }

    private static Object value(String reference, Map<String, Object> values) {
        Object value = values.get(name(reference));
        int dot = reference.indexOf('.');
        Object part = (dot < 0) ? value : Yaml.map(value).get(reference.substring(dot + 1));
        if (part == null) {
            throw new IllegalArgumentException("((" + reference + ")) has no value");
        }
        return part;
    }

    private static String name(String reference) {
        int dot = reference.indexOf('.');
        return (dot < 0) ? reference : reference.substring(0, dot);
    }

}
