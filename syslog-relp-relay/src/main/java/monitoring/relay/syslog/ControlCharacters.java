package monitoring.relay.syslog;

/**
 * rsyslog writes control characters as {@code #} and three octal digits; line feeds, tabs
 * and escapes are put back, so that stack traces are read as they were written.
 */
final class ControlCharacters {

    private ControlCharacters() {
    }

    static String unescape(String text) {
        int at = text.indexOf("#0");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int copied = 0;
        for (; at >= 0 && at + 4 <= text.length(); at = text.indexOf("#0", at + 1)) {
            char control = control(text, at);
            if (control != 0) {
                plain.append(text, copied, at).append(control);
                copied = at + 4;
            }
        }
        return plain.append(text, copied, text.length()).toString();
    }

    private static char control(String text, int at) {
        if (text.startsWith("012", at + 1)) {
            return '\n';
        }
        if (text.startsWith("011", at + 1)) {
            return '\t';
        }
        if (text.startsWith("015", at + 1)) {
            return '\r';
        }
        return text.startsWith("033", at + 1) ? '\u001B' : 0;
    }

}
