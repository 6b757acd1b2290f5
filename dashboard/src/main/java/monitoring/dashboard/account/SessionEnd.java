package monitoring.dashboard.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Sessions that end before their time, and the way to the page to sign in, which says
 * why. What an open page asks for in the background cannot show it: it is refused, the
 * page is loaded again for it, and only with that the session is gone.
 */
final class SessionEnd {

    /** Asked for by the page in the background. */
    static final RequestMatcher BACKGROUND = new RequestHeaderRequestMatcher("HX-Request");

    /** Under this name a request, and the session, bear why it is over. */
    private static final String WHY = SessionEnd.class.getName();

    private SessionEnd() {
    }

    /**
     * Lets a request go on as that of nobody.
     * @param why its session is over, as the query of the page to sign in
     */
    static void because(String why, HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null && isShown(request)) {
            session.invalidate();
        }
        else if (session != null) {
            session.setAttribute(WHY, why);
        }
        SecurityContextHolder.clearContext();
        request.setAttribute(WHY, why);
    }

    /** Whether the session was over before, and the request goes on as that of nobody. */
    static boolean isOver(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(WHY) instanceof String why)) {
            return false;
        }
        because(why, request);
        return true;
    }

    /** Somebody signed in, perhaps within a session that was over. */
    static void undo(HttpServletRequest request) {
        request.getSession().removeAttribute(WHY);
    }

    /** Whether somebody looks at what is answered. */
    static boolean isShown(HttpServletRequest request) {
        return String.valueOf(request.getHeader("Accept")).contains("text/html") && !BACKGROUND.matches(request);
    }

    static AuthenticationEntryPoint toTheDoor() {
        return new LoginUrlAuthenticationEntryPoint("/login") {
            @Override
            protected String determineUrlToUseForThisRequest(HttpServletRequest request, HttpServletResponse response,
                    AuthenticationException problem) {
                return (request.getAttribute(WHY) instanceof String why) ? "/login?" + why : "/login";
            }
        };
    }

    /** The whole page is loaded again, and leads to the door. */
    static void reload(HttpServletResponse response) {
        response.setHeader("HX-Refresh", "true");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** What happens where a session was ended in the list of sessions. */
    static SessionInformationExpiredStrategy elsewhere() {
        return (event) -> {
            if (BACKGROUND.matches(event.getRequest())) {
                reload(event.getResponse());
            }
            else {
                event.getResponse().sendRedirect("/login?out");
            }
        };
    }

}
