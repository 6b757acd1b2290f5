package monitoring.dashboard.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who looks at a page, and how pages are to look for them. */
public interface Viewer {

    /** Everybody who is signed in, also those who are bound to organizations. */
    String MEMBER = "MEMBER";

    /** Who sees everything. */
    Set<String> EVERYTHING = Set.of();

    /** The name of the account. */
    String name();

    /** What they may do. */
    Role role();

    /** The language of the pages. */
    Locale language();

    /** In which times are shown. */
    ZoneId zone();

    /** The only organizations whose apps they see, empty for everything. */
    Set<String> organizations();

    /** Whether they see nothing but the apps of some organizations. */
    default boolean isBound() {
        return !organizations().isEmpty();
    }

    /**
     * Whether they may do what a role may; who is bound to organizations may only what
     * {@link #MEMBER} may.
     */
    default boolean may(String role) {
        return MEMBER.equals(role) || (!isBound() && role().compareTo(Role.valueOf(role)) >= 0);
    }

    /** The organizations to which the one who is signed in is bound, empty for none. */
    static Set<String> currentOrganizations() {
        @Nullable Viewer viewer = current();
        return (viewer == null) ? EVERYTHING : viewer.organizations();
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
