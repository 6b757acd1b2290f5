package monitoring.dashboard.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Puts addresses into the order of their numbers: 10.0.1.9 before 10.0.1.10. */
final class Addresses {

    private Addresses() {
    }

    /**
     * An address as text that sorts by its numbers; null for none, an IPv6 one as it is.
     */
    static @Nullable String sortable(String ip) {
        if (ip.isEmpty()) {
            return null;
        }
        if (!ip.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return ip;
        }
        return Arrays.stream(ip.split("\\."))
            .map((part) -> String.format(Locale.ROOT, "%03d", Integer.parseInt(part)))
            .collect(Collectors.joining("."));
    }

}
