package monitoring.dashboard.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who looks at a page, and how pages are to look for them. */
public interface Viewer {

    /** The name of the account. */
    String name();

    /** What they may do. */
    Role role();

    /** The language of the pages. */
    Locale language();

    /** In which times are shown. */
    ZoneId zone();

    /** The only organization they see, empty for all. */
    String organization();

    /** Whether they may do what a role may. */
    default boolean may(String role) {
        return role().compareTo(Role.valueOf(role)) >= 0;
    }

    /** The zone of the one who is signed in; UTC where nobody is. */
    static ZoneId currentZone() {
        @Nullable Viewer viewer = current();
        return (viewer == null) ? ZoneOffset.UTC : viewer.zone();
    }

    /** Who is signed in to this request, null if nobody is. */
    static @Nullable Viewer current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) ? viewer : null;
    }

}
