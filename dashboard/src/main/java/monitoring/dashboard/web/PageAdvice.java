package monitoring.dashboard.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Gives every template who looks, times and units in words, and which store is away. */
@ControllerAdvice
class PageAdvice {

    private final Clock clock;

    private final MessageSource messages;

    private final StoreWatch stores;

    private final WebProperties properties;

    PageAdvice(Clock clock, MessageSource messages, StoreWatch stores, WebProperties properties) {
        this.clock = clock;
        this.messages = messages;
        this.stores = stores;
        this.properties = properties;
    }

    @ModelAttribute
    void page(HttpServletRequest request, Locale locale, Model model) {
        @Nullable Viewer viewer = Viewer.current();
        ZoneId zone = (viewer == null) ? this.properties.zone() : viewer.zone();
        model.addAttribute("viewer", viewer);
        model.addAttribute("times", new Times(zone, locale, this.clock, this.messages));
        model.addAttribute("units", new Units());
        model.addAttribute("stores", this.stores);
        model.addAttribute("links", new Links(request));
        model.addAttribute("theme", theme(request));
        model.addAttribute("section", request.getRequestURI());
        model.addAttribute("problem", request.getAttribute(ErrorPages.PROBLEM));
        model.addAttribute("words", request.getAttribute(ErrorPages.WORDS));
        model.addAttribute("navigation", Navigation.GROUPS);
        model.addAttribute("home", (viewer != null && viewer.isBound()) ? "/inventory/apps" : "/overview");
        model.addAttribute("shortcuts", Navigation.SHORTCUTS);
        model.addAttribute("now", this.clock.instant());
    }

    private static String theme(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, "theme");
        String value = (cookie == null) ? "" : cookie.getValue();
        return "dark".equals(value) || "light".equals(value) ? value : "auto";
    }

}
