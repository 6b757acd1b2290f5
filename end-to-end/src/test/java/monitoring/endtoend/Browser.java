package monitoring.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

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

    /** A fresh session of the dashboard in a language, signed in. */
    Page signIn(Platform platform, String language, NewContextOptions options) {
        BrowserContext context = this.browser
            .newContext(options.setBaseURL(platform.endpoint("dashboard.url")).setLocale(language));
        Page page = context.newPage();
        page.navigate("/login?lang=" + language);
        page.fill("input[name=username]", platform.endpoint("admin.user"));
        page.fill("input[name=password]", platform.endpoint("admin.password"));
        page.click("form button.primary");
        page.waitForURL((url) -> !url.contains("/login"));
        return page;
    }

    @Override
    public void close() {
        this.browser.close();
        this.playwright.close();
    }

}
