package monitoring.foundation.cloudcontroller;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The addresses by which the client called; inside they bear the service's name as well.
 */
final class Addresses {

    private Addresses() {
    }

    static String base(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }

    static String asCalled(HttpServletRequest request) {
        Object called = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = (called != null) ? called.toString() : request.getRequestURI();
        String query = request.getQueryString();
        return base(request) + path + ((query != null) ? "?" + query : "");
    }

}
