package monitoring.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The distribution's Chromium, driven as a person drives it. */
final class Browser implements AutoCloseable {

    private final Playwright playwright;

    private final com.microsoft.playwright.Browser browser;

    Browser() {
        this.playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = this.playwright.chromium()
            .launch(new LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /**
     * A fresh session of the dashboard, signed in, in a language that is kept with the
     * account.
     */
    Page signIn(Platform platform, String language, ColorScheme scheme, int width) {
        Page page = signIn(platform, language,
                new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            // the account's own language beats the browser's
            page.locator(".menu summary").click();
            page.locator("button[name=language]").click();
            assertThat(page.locator("html")).hasAttribute("lang", language);
        }
        return page;
    }

    /**
     * What the browser's console complains of from now on; a page without a fault says
     * nothing there.
     */
    static List<String> complaintsOf(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onPageError((error) -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage((message) -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return complaints;
    }

    /** A fresh session of the dashboard in a language, signed in. */
    Page signIn(Platform platform, String language, NewContextOptions options) {
        Page page = open(platform, language, options);
        page.navigate("/login?lang=" + language);
        page.fill("input[name=username]", platform.endpoint("admin.user"));
        page.fill("input[name=password]", platform.endpoint("admin.password"));
        page.click("form button.primary");
        page.waitForURL((url) -> !url.contains("/login"));
        return page;
    }

    /** A fresh session of the dashboard, not signed in. */
    Page open(Platform platform, String language, ColorScheme scheme, int width) {
        return open(platform, language, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
    }

    private Page open(Platform platform, String language, NewContextOptions options) {
        return this.browser.newContext(options.setBaseURL(platform.endpoint("dashboard.url")).setLocale(language))
            .newPage();
    }

    @Override
    public void close() {
        this.browser.close();
        this.playwright.close();
    }

}
