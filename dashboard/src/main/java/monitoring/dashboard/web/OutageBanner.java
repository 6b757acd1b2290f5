package monitoring.dashboard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives every part of a page that htmx asks for the banner that says which stores are
 * away, empty if none is: a page that is open for days learns of an outage, and of its
 * end, with whatever it asks for next.
 */
final class OutageBanner implements HandlerInterceptor {

    /** Between a template and the fragment of it. */
    private static final String PART = " :: ";

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView answer) {
        @Nullable String view = (answer == null) ? null : answer.getViewName();
        if (answer == null || view == null || request.getHeader("HX-Request") == null) {
            return;
        }
        int part = view.indexOf(PART);
        if (part > 0) {
            answer.addObject("template", view.substring(0, part));
            answer.addObject("fragment", view.substring(part + PART.length()));
            answer.setViewName("fragments :: answer");
        }
    }

}
