package monitoring.relay;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;

/** Says in one line why the relay does not start. */
final class ConfigurationFault {

    private ConfigurationFault() {
    }

    static String describe(Throwable failure) {
        BindException bind = null;
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            bind = (cause instanceof BindException found) ? found : bind;
            root = cause;
        }
        String words = String.valueOf(root.getMessage());
        if (bind == null || words.contains("(expected: ")) {
            return root.getClass() == IllegalArgumentException.class || words.contains("(expected: ") ? words
                    : root.getClass().getSimpleName() + ": " + words;
        }
        Object value = (bind.getProperty() != null) ? bind.getProperty().getValue() : "";
        return "%s: %s (expected: %s)".formatted(bind.getName(), value, expected(bind.getTarget().getType().resolve()));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null || !type.isEnum()) {
            return (type != null) ? type.getSimpleName() : "another value";
        }
        return Stream.of(type.getEnumConstants())
            .map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", ", "one of ", ""));
    }

}
