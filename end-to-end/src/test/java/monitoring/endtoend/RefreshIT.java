package monitoring.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to a page that is open for long: parts of it are asked for again by the
 * clock, which the tests move on instead of waiting.
 */
@ExtendWith(PlatformExtension.class)
class RefreshIT {

    /** More than what lists are refreshed after. */
    private static final long NEXT_ROUND = 16_000;

    /** What the page of an open incident does each round. */
    private static final String ASK_FOR_THE_INCIDENT = """
            () => window.htmx.ajax('GET', location.pathname, { source: '#incident-alarms', swap: 'outerHTML' })""";

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Browser browser;

    private Page page;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void leave() {
        this.page.context().close();
    }

    @ParameterizedTest
    @CsvSource({ "en, LIGHT, 1440", "ko, DARK, 390" })
    void sayThatTheyAreNotRefreshedUntilTheyAre(String language, ColorScheme scheme, int width, Platform platform) {
        signIn(platform, language, scheme, width);
        this.page.navigate("/inventory");
        Locator note = this.page.locator("#stale p");
        assertThat(note).isHidden();

        BrowserContext context = this.page.context();
        context.setOffline(true);
        nextRound();
        assertThat(note).isVisible();
        assertThat(note).containsText(Pattern.compile(language.equals("en") ? "Not refreshed since \\d\\d:\\d\\d:\\d\\d"
                : "\\d\\d:\\d\\d:\\d\\d 이후 갱신되지 않았습니다"));
        assertThat(Accessibility.faultsOf(this.page)).isEmpty();
        shoot("stale-" + language + "-" + width);

        context.setOffline(false);
        nextRound();
        assertThat(note).isHidden();
    }

    @Test
    void saySoOfChartsToo(Platform platform) {
        signIn(platform, "en", ColorScheme.LIGHT, 1440);
        this.page.navigate("/inventory?q=router");
        this.page.route("**/metric/**", Route::abort);
        this.page.locator("main tbody a[href^='/inventory/']").first().click();
        Locator note = this.page.locator("#stale p");
        assertThat(note).isVisible();

        this.page.unroute("**/metric/**");
        // charts are asked for every thirty seconds
        this.page.clock().fastForward(2 * NEXT_ROUND);
        assertThat(this.page.locator(".u-over")).hasCount(9);
        assertThat(note).isHidden();
    }

    @Test
    void bringTheBannerOfStoresThatAreAwayAndTakeItAway(Platform platform) {
        signIn(platform, "en", ColorScheme.LIGHT, 1440);
        this.page.navigate("/policy");
        Locator banner = this.page.locator("#away [role=alert]");
        assertThat(banner).hasCount(0);

        this.page.route("**/alarm/badge", (route) -> route.fulfill(new Route.FulfillOptions()
            .setContentType("text/html")
            .setBody("<b>?</b><div id=\"away\" hx-swap-oob=\"true\">"
                    + "<div class=\"note bad\" role=\"alert\"><div><b>The database does not answer</b></div></div></div>")));
        nextRound();
        assertThat(banner).hasText("The database does not answer");
        banner.evaluate("(banner) => { banner.mark = 'the same'; }");
        this.page.waitForResponse("**/alarm/badge", this::nextRound).finished();
        assertThat(banner.evaluate("(banner) => banner.mark")).as("is not announced again").isEqualTo("the same");

        this.page.unroute("**/alarm/badge");
        nextRound();
        assertThat(banner).hasCount(0);
    }

    @Test
    void areFilledInATabThatNobodyLooksAtAndRefreshedOnceSomebodyDoes(Platform platform) {
        signIn(platform, "en", ColorScheme.LIGHT, 1440);
        this.page.addInitScript("""
                window.away = true;
                Object.defineProperty(document, 'hidden', { get: () => window.away });
                """);
        List<String> asked = new CopyOnWriteArrayList<>();
        this.page.onRequest((request) -> asked.add(request.url().replaceAll("^https?://[^/]+|\\?.*", "")));
        this.page.navigate("/placement");
        assertThat(this.page.locator("#moves .loading > *").first()).isAttached();
        assertThat(asked).containsOnlyOnce("/placement/moves", "/alarm/badge");

        asked.clear();
        nextRound();
        assertThat(this.page.evaluate("document.hidden")).isEqualTo(true);
        assertThat(asked).doesNotContain("/placement", "/placement/moves", "/alarm/badge");

        this.page.evaluate("window.away = false");
        this.page.waitForResponse("**/alarm/badge", this::nextRound);
    }

    @Test
    void whatIsTypedAtAnIncidentStaysUntilNothingIsLeftToDo(Platform platform) {
        signIn(platform, "en", ColorScheme.LIGHT, 1440);
        this.page.navigate("/incident?state=all");
        this.page.locator("#rows tbody td.key a").first().click();
        Locator bar = this.page.locator("#incident-bar");
        String shown = "<div class=\"actions\" id=\"incident-bar\" hx-swap-oob=\"true\"><form><button>Acknowledge all"
                + "</button></form>\n<form><input name=\"note\"><button>Resolve all</button></form></div>";
        this.page.route("**/incident/*",
                (route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(live(shown))));
        this.page.evaluate(ASK_FOR_THE_INCIDENT);
        assertThat(bar.locator("button")).hasCount(2);
        Locator note = bar.locator("[name=note]");
        note.fill("the disk was");
        note.evaluate("(note) => { note.mark = 'the same'; }");

        String acknowledged = shown.replaceFirst("<form>", "<form hidden=\"hidden\">");
        this.page.unroute("**/incident/*");
        this.page.route("**/incident/*", (route) -> route
            .fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(live(acknowledged))));
        this.page.evaluate(ASK_FOR_THE_INCIDENT);
        assertThat(bar.locator("button").first()).isHidden();
        assertThat(note).hasValue("the disk was");
        assertThat(note).isFocused();
        assertThat(note.evaluate("(note) => note.mark")).isEqualTo("the same");

        this.page.unroute("**/incident/*");
        this.page.route("**/incident/*", (route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
            .setBody(live(shown.replace("hx-swap-oob", "hidden=\"hidden\" hx-swap-oob")))));
        this.page.evaluate(ASK_FOR_THE_INCIDENT);
        assertThat(bar).isHidden();
    }

    private static String live(String bar) {
        return "<section class=\"card\" id=\"incident-alarms\"></section>" + bar;
    }

    @ParameterizedTest
    @CsvSource({ "/alarm?state=all, tbody input[name=ids]:not(:disabled), 870, 90",
            "/alarm?state=all, tbody tr:nth-child(2) a, 870, 90", "/inventory, tbody tr:nth-child(3) a, 870, 90",
            "/inventory, thead th:nth-child(2) a, 870, 90", "/runs, tbody tr:nth-child(8) summary, 390, 0" })
    void listsStayWhereSomebodyIsInThem(String path, String focused, int width, int scrolled, Platform platform) {
        signIn(platform, "en", ColorScheme.DARK, width);
        this.page.navigate(path);
        Locator table = this.page.locator("#rows .scroll").first();
        table.evaluate("(table) => { table.scrollLeft = 90; }");
        Locator one = this.page.locator("#rows " + focused).first();
        one.evaluate("(one) => one.focus({ preventScroll: true })");
        Object was = this.page.evaluate("document.activeElement.outerHTML");
        // rows are stacked on a phone, so that all fits
        assertThat(table.evaluate("(table) => table.scrollLeft")).isEqualTo(scrolled);

        this.page.evaluate("document.querySelector('#rows').old = true");
        nextRound();
        this.page.waitForFunction("() => !document.querySelector('#rows').old");

        assertThat(this.page.evaluate("document.activeElement.outerHTML")).isEqualTo(was);
        assertThat(table.evaluate("(table) => table.scrollLeft")).isEqualTo(scrolled);
    }

    @Test
    void letGoOfAMapThatIsNoLongerShown(Platform platform) {
        signIn(platform, "en", ColorScheme.LIGHT, 1440);
        this.page.addInitScript("""
                window.watched = 0;
                window.ResizeObserver = class extends ResizeObserver {
                  observe(element) { window.watched++; super.observe(element); }
                  disconnect() { window.watched--; super.disconnect(); }
                };
                """);
        this.page.navigate("/placement");
        // the demo's foundation is too small for a map
        this.page.route("**/placement?by=*",
                (route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                    .setBody("<div id=\"rows\"><section class=\"card map\" data-map=\"/placement/map?"
                            + route.request().url().replaceAll(".*\\?", "") + "\"><canvas data-keep></canvas>"
                            + "<p class=\"tip\" data-keep hidden></p></section></div>")));
        for (String by : List.of("cpu", "memory", "age")) {
            this.page.waitForResponse("**/placement/map?by=" + by,
                    () -> this.page.locator("select[name=by]").selectOption(by));
        }
        assertThat(this.page.evaluate("window.watched")).isEqualTo(1);

        List<String> asked = new CopyOnWriteArrayList<>();
        this.page.onRequest((request) -> asked.add(request.url().replaceAll(".*/placement/map\\?", "")));
        this.page.waitForResponse("**/placement/map?*", this::nextRound);
        assertThat(asked).filteredOn((query) -> query.startsWith("by=")).containsExactly("by=age");
    }

    private void signIn(Platform platform, String language, ColorScheme scheme, int width) {
        this.page = browser.signIn(platform, language, scheme, width);
        this.page.clock().install();
    }

    private void nextRound() {
        this.page.clock().fastForward(NEXT_ROUND);
    }

    private void shoot(String name) {
        this.page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

}
