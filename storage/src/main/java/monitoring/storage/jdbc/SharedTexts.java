package monitoring.storage.jdbc;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives one object for what many rows of one query have in common, such as the name of
 * their zone.
 */
final class SharedTexts {

    private final Map<String, String> texts = new HashMap<>();

    String of(String text) {
        return this.texts.computeIfAbsent(text, (same) -> same);
    }

}
