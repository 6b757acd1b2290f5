package monitoring.dashboard.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;

/** The distribution's Chromium with nothing in its cache. */
final class BenchBrowser implements AutoCloseable {

    private static final String WATCH = """
            window.seen = { paint: 0, blocked: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { seen.paint = one.startTime; }))
                .observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { seen.blocked += one.duration - 50; }))
                .observe({ type: 'longtask', buffered: true });
            """;

    private final Playwright playwright;

    private final Browser browser;

    BenchBrowser() throws IOException {
        System.setProperty("playwright.cli.dir", driver());
        this.playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = this.playwright.chromium()
            .launch(new LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    private static String driver() throws IOException {
        Process asked = new ProcessBuilder(Path.of("../script/bootstrap").toString(), "--print-browser-driver").start();
        return new String(asked.getInputStream().readAllBytes()).strip();
    }

    Seen open(URI dashboard, String password, String path) {
        try (BrowserContext context = this.browser.newContext()) {
            Page page = context.newPage();
            page.navigate(dashboard + "/login");
            page.fill("input[name=username]", "admin");
            page.fill("input[name=password]", password);
            page.click("form button.primary");
            page.waitForURL((url) -> !url.contains("/login"));
            page.navigate("about:blank");
            CDPSession session = context.newCDPSession(page);
            session.send("Network.enable");
            session.send("Network.clearBrowserCache");
            AtomicLong bytes = new AtomicLong();
            session.on("Network.loadingFinished",
                    (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            page.addInitScript(WATCH);
            page.navigate(dashboard + path);
            page.waitForLoadState(LoadState.LOAD);
            page.waitForTimeout(3000);
            return new Seen(number(page, "seen.paint"), number(page, "seen.blocked"), bytes.get());
        }
    }

    private static long number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).longValue();
    }

    @Override
    public void close() {
        this.browser.close();
        this.playwright.close();
    }

    /**
     * What was seen of a page.
     *
     * @param largestPaint when the largest part was there, ms
     * @param blocked for how long the page did not answer, ms
     * @param bytes that came over the wire
     */
    record Seen(long largestPaint, long blocked, long bytes) {
    }

}
