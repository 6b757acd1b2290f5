package monitoring.endtoend;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
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
        Page page = browser.signIn(platform, language, scheme, width);
        List<String> complaints = Browser.complaintsOf(page);
        for (String path : pages(page)) {
            Response response = page.navigate(path);
            assertThat(response.status()).as(path).isEqualTo(200);
            assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(language);
            assertThat(page.locator("main h1, main h2").first()).isVisible();
            page.screenshot(new ScreenshotOptions().setFullPage(true)
                .setPath(SCREENSHOTS.resolve("%s-%s-%s-%d.png".formatted(name(path), language,
                        scheme.name().toLowerCase(Locale.ROOT), width))));
            if (scheme == ((width == 390) ? ColorScheme.DARK : ColorScheme.LIGHT)) {
                assertThat(Accessibility.faultsOf(page)).as(path + " for all people").isEmpty();
            }
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
                .as(path + " fits into " + width + " pixels")
                .isTrue();
        }
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    /**
     * The pages of the navigation, and below each list the first thing that it leads to.
     */
    private static Set<String> pages(Page page) {
        Set<String> pages = new LinkedHashSet<>(paths(page, "nav.sidebar a[href]"));
        assertThat(pages).hasSizeGreaterThanOrEqualTo(8);
        for (String list : List.copyOf(pages)) {
            page.navigate(list);
            paths(page, "main a[href^='" + list + "/']:not([download])").stream().findFirst().ifPresent(pages::add);
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
