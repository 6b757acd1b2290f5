package monitoring.endtoend;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    /** What at least is found; each page of the demo's data leads to some of them. */
    private static final Set<String> KINDS = Set.of("/overview", "/account", "/incident", "/incident/one", "/alarm",
            "/alarm/one", "/alarm/statistics", "/inventory", "/inventory/one", "/inventory/bosh", "/inventory/bosh/one",
            "/inventory/apps", "/inventory/apps/one", "/placement", "/log", "/log/one", "/log/dead-letters",
            "/log/audit", "/policy", "/policy/new", "/policy/one", "/scaling", "/scaling/one",
            "/notification/receivers", "/notification/receivers/new", "/notification/receivers/one",
            "/notification/silences", "/notification/routes", "/notification", "/runs", "/account/users",
            "/account/audit", "/account/api");

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** A chart that neither is drawn nor says that there is nothing to draw. */
    private static final String UNDRAWN = ".plot:not(:has(canvas)):not(:has([data-empty]:not([hidden])))";

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
            .flatMap((language) -> Stream.of(1440, 390).map((width) -> Arguments.of(language, width)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void showsEveryPage(String language, int width, Platform platform) {
        Look look = new Look(language, width);
        Page page = browser.signIn(platform, language, look.first(), width);
        List<String> complaints = Browser.complaintsOf(page);
        Map<String, String> seen = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of("/overview", "/account"));
        while (!next.isEmpty()) {
            String path = next.remove();
            if (seen.putIfAbsent(look.kind(path), path) == null) {
                look.at(page, path);
                next.addAll(links(page));
            }
        }
        assertThat(seen.keySet()).containsAll(KINDS);
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void showsTheDoor(String language, int width, Platform platform) {
        Look look = new Look(language, width);
        Page page = browser.open(platform, language, look.first(), width);
        List<String> complaints = Browser.complaintsOf(page);
        look.at(page, "/login?lang=" + language);
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    /** Where a page leads to; what is taken along as a file is no page. */
    @SuppressWarnings("unchecked") // the script gives strings
    private static List<String> links(Page page) {
        return (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('nav.sidebar a[href], main a[href]:not([download])')]
                    .filter((link) => link.origin === location.origin)
                    .map((link) => link.getAttribute('href').replace(/#.*/, ''))
                    .filter((path) => path.startsWith('/') && !path.startsWith('/api/'))
                """);
    }

    /**
     * One way to see the dashboard, in both schemes: a page is loaded in the first, and
     * turned to the other as by somebody whose evening begins.
     *
     * @param language of the one who looks
     * @param width of the window in pixels
     */
    private record Look(String language, int width) {

        /** Each scheme at each width is the first in one of the languages. */
        ColorScheme first() {
            return ((this.width == 390) == this.language.equals("ko")) ? ColorScheme.DARK : ColorScheme.LIGHT;
        }

        void at(Page page, String path) {
            ColorScheme first = first();
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(first));
            Response response = page.navigate(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(this.language);
            assertThat(page.locator("main h1, main h2").first()).isVisible();
            page.waitForCondition(() -> page.locator(".loading:empty").count() == 0);
            keep(page, path, first);
            assertThat(Accessibility.faultsOf(page)).as(path + " for all people").isEmpty();
            ColorScheme other = (first == ColorScheme.DARK) ? ColorScheme.LIGHT : ColorScheme.DARK;
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(other));
            keep(page, path, other);
        }

        private void keep(Page page, String path, ColorScheme scheme) {
            page.waitForCondition(() -> page.locator(UNDRAWN).count() == 0);
            page.screenshot(new ScreenshotOptions().setFullPage(true)
                .setPath(SCREENSHOTS
                    .resolve("%s-%s-%s-%d.png".formatted(kind(path).substring(1).replaceAll("[^a-z]+", "-"),
                            this.language, scheme.name().toLowerCase(Locale.ROOT), this.width))));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
                .as(path + " fits into " + this.width + " pixels")
                .isTrue();
        }

        /** A path without its ids, so that it is the same from run to run. */
        String kind(String path) {
            return path.replaceAll("[?#].*", "")
                .replaceAll("(?<=^/inventory/)(?!bosh|apps)[^/]+", "one")
                .replaceAll("/[^/]*[0-9][^/]*", "/one");
        }

    }

}
