package monitoring.batch.inventory;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Checks and joins addresses. */
final class Addresses {

    private Addresses() {
    }

    static void check(String key, @Nullable URI url) {
        if (url != null && !url.toString().isEmpty()
                && (url.getHost() == null || url.getScheme() == null || !url.getScheme().matches("https?"))) {
            throw new IllegalArgumentException(key + ": " + url + " (expected: http://host or https://host)");
        }
    }

    static boolean isSet(@Nullable URI url) {
        return url != null && !url.toString().isEmpty();
    }

    static URI under(URI base, String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

}
