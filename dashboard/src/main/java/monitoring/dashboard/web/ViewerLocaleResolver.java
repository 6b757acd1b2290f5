package monitoring.dashboard.web;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: what the address asks for, else what the viewer chose, else
 * what the browser prefers; Korean or English.
 */
class ViewerLocaleResolver implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        @Nullable String asked = request.getParameter("lang");
        if (asked != null) {
            return language(asked);
        }
        @Nullable Viewer viewer = Viewer.current();
        if (viewer != null) {
            return language(viewer.language().getLanguage());
        }
        @Nullable Cookie cookie = WebUtils.getCookie(request, "lang");
        return language((cookie == null) ? request.getLocale().getLanguage() : cookie.getValue());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is part of the account");
    }

    private static Locale language(String tag) {
        return "ko".equals(tag) ? Locale.KOREAN : Locale.ENGLISH;
    }

}
