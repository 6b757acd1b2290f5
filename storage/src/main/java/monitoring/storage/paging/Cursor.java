package monitoring.storage.paging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in a long list: the values of one of its items that the list is sorted by. It
 * stays where it is while items come and go around it.
 *
 * @param keys of the item, in the order in which the list is sorted by them; copied
 */
public record Cursor(List<String> keys) {

    /** Characters of its text at most. */
    private static final int LONGEST = 4000;

    public Cursor {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys of a cursor: none (expected: at least one)");
        }
    }

    /**
     * Reads its text.
     * @throws InvalidCursorException if it is none
     */
    public static Cursor of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new InvalidCursorException(text.length() + " characters", "1.." + LONGEST + " characters");
        }
        try {
            return new Cursor(Arrays.stream(text.split("\\.", -1))
                .map((key) -> new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8))
                .toList());
        }
        catch (IllegalArgumentException ex) {
            throw new InvalidCursorException(text, "base64url with dots between");
        }
    }

    /**
     * The place among those items that have the same first value.
     * @throws InvalidCursorException if there is no other value
     */
    public Cursor afterFirst() {
        if (this.keys.size() < 2) {
            throw new InvalidCursorException(this.keys.size() + " keys", "more of them");
        }
        return new Cursor(this.keys.subList(1, this.keys.size()));
    }

    /** As it stands in an address: letters, digits, minus, underscore and dot. */
    public String text() {
        return this.keys.stream()
            .map((key) -> Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return text();
    }

}
