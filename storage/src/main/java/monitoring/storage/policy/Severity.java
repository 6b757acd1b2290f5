package monitoring.storage.policy;

import java.util.Locale;

/** How bad a breach is. Its code is PaaS-TA's {@code level}. */
public enum Severity {

    WARNING, CRITICAL, FAIL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity with a code of PaaS-TA's tables.
     * @throws IllegalArgumentException if there is none
     */
    public static Severity ofCode(String code) {
        for (Severity severity : values()) {
            if (severity.code().equals(code)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("level: " + code + " (expected: warning, critical or fail)");
    }

}
