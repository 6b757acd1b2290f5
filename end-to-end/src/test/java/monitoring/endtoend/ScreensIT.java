package monitoring.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people do on the screens that show the platform: look, find, compare, take along.
 */
@ExtendWith(PlatformExtension.class)
class ScreensIT {

    private static Browser browser;

    private Page page;

    private List<String> complaints;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void signIn(Platform platform) {
        this.page = browser.signIn(platform, "en", ColorScheme.LIGHT, 1440);
        this.complaints = Browser.complaintsOf(this.page);
    }

    @AfterEach
    void nothingWentWrong() {
        this.page.context().close();
        assertThat(this.complaints).isEmpty();
    }

    @Test
    void theOverviewChangesByItselfAndDoesNotJump() {
        this.page.navigate("/overview");
        assertThat(this.page.locator(".live.on")).isVisible();
        this.page.evaluate("document.querySelector('#live').mark = 'the same element'");
        this.page.evaluate("scrollTo(0, 120)");

        Request refreshed = this.page.waitForRequest(
                (request) -> request.url().endsWith("/overview") && "true".equals(request.headerValue("HX-Request")),
                () -> {
                });
        refreshed.response().finished();

        assertThat(this.page.evaluate("document.querySelector('#live').mark")).isEqualTo("the same element");
        assertThat(((Number) this.page.evaluate("scrollY")).intValue()).isGreaterThan(0);
        assertThat(this.page.locator(".tally")).hasCount(5);
        assertThat(this.page.locator(".trend polyline").first()).isAttached();
    }

    @Test
    void aStretchOfTimeInAChartIsThatOfTheLogLinesToo() {
        this.page.navigate("/inventory?q=router");
        this.page.locator("main tbody a[href^='/inventory/']").first().click();
        Locator charts = this.page.locator(".u-over");
        assertThat(charts).hasCount(9);
        assertThat(this.page.locator("text=Top processes")).isVisible();
        BoundingBox box = charts.first().boundingBox();

        Request lines = this.page.waitForRequest((request) -> request.url().contains("/log/panel?")
                && request.url().contains("from=") && request.url().contains("to="), () -> {
                    this.page.mouse().move(box.x + box.width * 0.5, box.y + box.height / 2);
                    this.page.mouse().down();
                    this.page.mouse().move(box.x + box.width * 0.9, box.y + box.height / 2);
                    this.page.mouse().up();
                });

        assertThat(lines.url()).contains("instance=").doesNotContain("range=");
        assertThat(this.page.locator("[data-choice]")).isVisible();
        this.page.locator("[data-choice-zoom]").click();
        this.page.waitForURL((url) -> url.contains("from=") && url.contains("to="));
        assertThat(charts).hasCount(9);
    }

    @Test
    void anAppIsFoundOnItsCellsNowAndThen() {
        this.page.navigate("/placement");
        assertThat(this.page.locator(".tile").first()).isVisible();

        this.page.locator("main input[name=q]").fill("ticket-sales");

        assertThat(this.page.locator(".tile.match").first()).isVisible();
        assertThat(this.page.locator("#rows")).containsText("instances on");
        this.page.locator("select[name=by]").selectOption("memory");
        assertThat(this.page.locator(".ramp")).isVisible();
        assertThat(this.page.locator("#moves .loading > *").first()).isVisible();
    }

    @Test
    void logLinesAreFoundNarrowedAndTakenAlong() throws IOException {
        this.page.navigate("/log?range=3h");
        assertThat(this.page.locator("table.log tr").first()).isVisible();
        this.page.locator("main input[name=q]").fill("gorouter OR timeout");
        this.page.locator("form.logs button.primary").click();
        assertThat(this.page.locator("table.log mark").first()).isVisible();

        Download csv = this.page.waitForDownload(() -> this.page.locator("a[download]").first().click());
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(csv.suggestedFilename()).isEqualTo("logs.csv");
        assertThat(lines.get(0)).contains("time,severity,deployment");
        assertThat(lines).hasSizeGreaterThan(2);

        this.page.locator("table.log .t a").first().click();
        assertThat(this.page.locator("tr.here")).isVisible();
        assertThat(this.page.locator("text=Before and after")).isVisible();
    }

    @Test
    void aListIsSortedFilteredAndLeadsOn() {
        this.page.navigate("/inventory");
        this.page.locator("select[name=sort]").selectOption("memory");
        this.page.waitForURL((url) -> url.contains("sort=memory"));
        assertThat(this.page.locator("#rows tbody tr").first()).isVisible();
        assertThat(this.page.locator(".spark polyline").first()).isAttached();
        this.page.locator("main input[name=q]").fill("diego-cell");
        this.page.waitForURL((url) -> url.contains("q=diego-cell"));
        assertThat(this.page.locator("#rows tbody tr").first()).containsText("diego-cell");
    }

    @Test
    void theKeyboardIsEnough() {
        this.page.navigate("/overview");
        this.page.keyboard().press("Tab");
        assertThat(this.page.locator(".skip")).isFocused();
        this.page.keyboard().press("/");
        assertThat(this.page.locator(".find input")).isFocused();
        this.page.keyboard().type("router");
        this.page.keyboard().press("Enter");
        this.page.waitForURL((url) -> url.contains("/inventory?q=router"));
    }

}
