package monitoring.storage.influxdb;

import org.jspecify.annotations.Nullable;

/**
 * Gives one object for texts that come again and again, such as the names of tags, the
 * GUID of an app and the address of a cell. Remembers a bounded number and forgets as it
 * likes.
 */
final class RecentTexts {

    private static final int SIZE = 1 << 12;

    private final @Nullable String[] texts = new String[SIZE];

    String of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & SIZE - 1;
        String known = this.texts[place];
        if (text.equals(known)) {
            return known;
        }
        this.texts[place] = text;
        return text;
    }

}
