package monitoring.dashboard.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Remembers from where the last request of each session came, and by which browser, so
 * that people know which one to end. Kept while the session lasts.
 */
@Component
class SessionTraces implements HandlerInterceptor, WebMvcConfigurer {

    /** The most sessions that are remembered. */
    private static final int REMEMBERED = 10_000;

    /** Of what no browser is known by so much is said. */
    private static final int SAID = 40;

    /** A later one names itself as an earlier one, too. */
    private static final List<Name> BROWSERS = List.of(new Name("Edg/", "Edge"), new Name("OPR/", "Opera"),
            new Name("SamsungBrowser/", "Samsung Internet"), new Name("Whale/", "Whale"),
            new Name("Firefox/", "Firefox"), new Name("Chrome/", "Chrome"), new Name("Safari/", "Safari"));

    private static final List<Name> SYSTEMS = List.of(new Name("Android", "Android"), new Name("iPhone", "iPhone"),
            new Name("iPad", "iPad"), new Name("Windows", "Windows"), new Name("Mac OS X", "macOS"),
            new Name("CrOS", "ChromeOS"), new Name("Linux", "Linux"));

    private final Map<String, Trace> bySession = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trace> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null && request.getUserPrincipal() != null) {
            @Nullable String agent = request.getHeader("User-Agent");
            keep(session.getId(), new Trace(request.getRemoteAddr(), browser((agent == null) ? "" : agent)));
        }
        return true;
    }

    @EventListener
    synchronized void ended(HttpSessionDestroyedEvent event) {
        this.bySession.remove(event.getId());
    }

    /** Of a session; empty where none of its requests was seen. */
    synchronized Trace of(String sessionId) {
        return this.bySession.getOrDefault(sessionId, new Trace("", ""));
    }

    private synchronized void keep(String sessionId, Trace trace) {
        this.bySession.put(sessionId, trace);
    }

    /** The name of a browser and its system, such as {@code Firefox, Windows}. */
    static String browser(String agent) {
        String browser = first(BROWSERS, agent);
        if (browser.isEmpty()) {
            String own = agent.split("[ (]", 2)[0];
            return own.substring(0, Math.min(own.length(), SAID));
        }
        String system = first(SYSTEMS, agent);
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String first(List<Name> names, String agent) {
        String lower = agent.toLowerCase(Locale.ROOT);
        return names.stream()
            .filter((one) -> lower.contains(one.part().toLowerCase(Locale.ROOT)))
            .map(Name::name)
            .findFirst()
            .orElse("");
    }

    /**
     * Where a session is used.
     *
     * @param address of the one who asks
     * @param browser its name and system, empty if it does not say
     */
    record Trace(String address, String browser) {
    }

    /**
     * How something names itself.
     *
     * @param part of what it says
     * @param name of it, as people know it
     */
    private record Name(String part, String name) {
    }

}
