package monitoring.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Writes a table that a spreadsheet opens: RFC 4180, UTF-8 with a byte order mark. A cell
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class Csv {

    private final Appendable out;

    public Csv(Appendable out) {
        this.out = out;
        append("\uFEFF");
    }

    /** Writes a row; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n");
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String safe = isFormula(text) && !(value instanceof Number) ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    private void append(String text) {
        try {
            this.out.append(text);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
