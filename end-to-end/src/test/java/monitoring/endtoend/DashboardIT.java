package monitoring.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of the dashboard as people see it: two languages, light and dark, a desk and
 * a phone.
 */
@ExtendWith(PlatformExtension.class)
class DashboardIT {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    static Stream<Arguments> looks() {
        return Stream.of("ko", "en")
            .flatMap((language) -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap((scheme) -> Stream.of(1440, 390).map((width) -> Arguments.of(language, scheme, width))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void showsEveryPage(String language, ColorScheme scheme, int width, Platform platform) {
        Page page = signIn(platform, language, scheme, width);
        List<String> complaints = complaintsOf(page);
        for (String path : pages(page)) {
            Response response = page.navigate(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(language);
            assertThat(page.locator("main h1, main h2").first()).isVisible();
            page.screenshot(new ScreenshotOptions().setFullPage(true)
                .setPath(SCREENSHOTS.resolve("%s-%s-%s-%d.png".formatted(name(path), language,
                        scheme.name().toLowerCase(Locale.ROOT), width))));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
                .as(path + " fits into " + width + " pixels")
                .isTrue();
        }
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void leadsFromTheListOfVmsToTheirCharts(Platform platform) {
        Page page = signIn(platform, "en", ColorScheme.LIGHT, 1440);
        page.navigate("/inventory");
        Locator machines = page.locator("main a[href^='/inventory/'][href*='-']");
        assertThat(machines.count()).isGreaterThan(20);

        machines.first().click();

        assertThat(page.locator("main svg path, main canvas").first()).isVisible();
        page.context().close();
    }

    @Test
    void findsLogsByAWord(Platform platform) {
        Page page = signIn(platform, "ko", ColorScheme.DARK, 1440);
        page.navigate("/log");

        assertThat(page.locator("main").first()).containsText(":");
        assertThat(page.locator("main form").first()).isVisible();
        page.context().close();
    }

    private static Page signIn(Platform platform, String language, ColorScheme scheme, int width) {
        Page page = browser.signIn(platform, language,
                new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            page.locator(".menu summary").click(); // the account's own language beats the
                                                   // browser's
            page.locator("button[name=language]").click();
            assertThat(page.locator("html")).hasAttribute("lang", language);
        }
        return page;
    }

    /**
     * What the browser's console complains of; a page without a fault says nothing there.
     */
    private static List<String> complaintsOf(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onPageError((error) -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage((message) -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return complaints;
    }

    /**
     * The pages of the navigation, and below each list the first thing that it leads to.
     */
    private static Set<String> pages(Page page) {
        Set<String> pages = new LinkedHashSet<>(paths(page, "nav.sidebar a[href]"));
        assertThat(pages).hasSizeGreaterThanOrEqualTo(8);
        for (String list : List.copyOf(pages)) {
            page.navigate(list);
            paths(page, "main a[href^='" + list + "/']").stream().findFirst().ifPresent(pages::add);
        }
        return pages;
    }

    private static List<String> paths(Page page, String selector) {
        return page.locator(selector).all().stream().map((link) -> link.getAttribute("href")).distinct().toList();
    }

    /** A name for the screenshot: without ids, so that it is the same from run to run. */
    private static String name(String path) {
        String name = path.replaceAll("[?#].*", "").replaceAll("/[^/]*[0-9][^/]*", "/one");
        return name.substring(1).replaceAll("[^a-z]+", "-");
    }

}
