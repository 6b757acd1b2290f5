package monitoring.endtoend;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForURLOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People of Cloud Foundry sign in at the simulated UAA, in a browser. */
@ExtendWith(PlatformExtension.class)
class SignInByUaaIT {

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({ "cf-admin,/overview,/account/users,200", "operator,/overview,/account/users,403",
            "auditor,/overview,/account/users,403", "developer,/inventory/apps,/overview,403" })
    void everybodySeesWhatTheirGroupsAllow(String user, String home, String other, int status, Platform platform) {
        Page page = browser.open(platform, "en", ColorScheme.LIGHT, 1440);
        List<String> complaints = Browser.complaintsOf(page);
        atTheUaa(page, platform);
        page.selectOption("select[name=username]", user);
        page.fill("input[name=password]", "any");
        page.click("button:text-is('Sign in')");
        page.waitForURL((url) -> url.endsWith(home));
        page.navigate("/account");
        assertThat(page.locator("form[action='/account/password']")).hasCount(0);
        assertThat(complaints).isEmpty();
        assertThat(page.navigate(other).status()).isEqualTo(status);

        page.navigate("/account");
        page.locator(".menu summary").click();
        page.locator("form[action='/logout'] button").click();
        page.waitForURL((url) -> url.endsWith("/login?out"));
        page.context().close();
    }

    @Test
    void whoLosesTheGroupIsSignedOutAndMayDoWhatIsLeft(Platform platform) {
        UaaUsers users = new UaaUsers(platform);
        Page page = browser.open(platform, "en", ColorScheme.LIGHT, 1440);
        signIn(page, platform, "operator");
        page.waitForURL((url) -> url.endsWith("/overview"));
        try {
            users.removeFrom("paas_monitoring.operator", "operator");
            awaitTheDoor(page);
            signIn(page, platform, "operator");
            page.waitForURL((url) -> url.endsWith("/overview"));
            page.navigate("/api/v1/account");
            assertThat(page.locator("body")).containsText("\"VIEWER\"");
        }
        finally {
            users.addTo("paas_monitoring.operator", "operator");
        }
        page.context().close();
    }

    @Test
    void whoIsDeactivatedIsSignedOutAndDoesNotComeIn(Platform platform) {
        UaaUsers users = new UaaUsers(platform);
        Page page = browser.open(platform, "en", ColorScheme.LIGHT, 1440);
        signIn(page, platform, "auditor");
        page.waitForURL((url) -> url.endsWith("/overview"));
        try {
            users.setActive("auditor", false);
            awaitTheDoor(page);
            signIn(page, platform, "auditor");
            assertThat(page.locator("[role=alert]")).containsText("Unable to verify");
        }
        finally {
            users.setActive("auditor", true);
        }
        page.context().close();
    }

    /**
     * The open page leads there by itself, once one of its own questions is refused, and
     * says why.
     */
    private static void awaitTheDoor(Page page) {
        page.waitForURL((url) -> url.endsWith("/login?uaa=ended"), new WaitForURLOptions().setTimeout(60_000));
        assertThat(page.locator("[role=alert]")).isVisible();
    }

    private static void signIn(Page page, Platform platform, String user) {
        atTheUaa(page, platform);
        page.selectOption("select[name=username]", user);
        page.fill("input[name=password]", "any");
        page.click("button:text-is('Sign in')");
    }

    @Test
    void whoHasNoGroupIsToldWhy(Platform platform) {
        Page page = browser.open(platform, "en", ColorScheme.LIGHT, 1440);
        atTheUaa(page, platform);
        page.selectOption("select[name=username]", "guest");
        page.fill("input[name=password]", "any");
        page.click("button:text-is('Sign in')");
        assertThat(page.locator("[role=alert]")).containsText("member of no organization");
        page.context().close();
    }

    @Test
    void whoDoesNotAgreeIsBackAtTheDoor(Platform platform) {
        Page page = browser.open(platform, "en", ColorScheme.LIGHT, 1440);
        atTheUaa(page, platform);
        page.click("button[name=deny]");
        assertThat(page.locator("[role=alert]")).containsText("You did not agree");
        assertThat(Accessibility.faultsOf(page)).isEmpty();
        page.context().close();
    }

    private static void atTheUaa(Page page, Platform platform) {
        page.navigate("/login?lang=en");
        page.click("a[href='/login/uaa']");
        page.waitForURL((url) -> url.startsWith(platform.uaa() + "/oauth/authorize"));
    }

}
