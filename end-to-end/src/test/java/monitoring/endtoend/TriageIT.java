package monitoring.endtoend;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What somebody does on a phone who was woken: finds the alarms, and takes them. */
@ExtendWith(PlatformExtension.class)
class TriageIT {

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

    @Test
    void anIncidentIsTakenWithoutLeavingItsPage(Platform platform) {
        signIn(platform, ColorScheme.LIGHT);
        this.page.navigate("/incident?state=all");
        this.page.locator("#rows tbody td.key a").last().click();
        Locator desk = this.page.locator("#incident-desk");
        Locator who = this.page.locator("#incident-strip");
        give(desk, "");
        assertThat(who).containsText("–");
        this.page.evaluate("() => { window.mark = 'the same'; scrollTo(0, 150); }");
        Object was = this.page.evaluate("scrollY");

        desk.getByText("Take it").evaluate("(take) => take.focus({ preventScroll: true })");
        this.page.keyboard().press("Enter");
        assertThat(who).containsText(platform.endpoint("admin.user"));
        assertThat(desk.getByText("Take it")).isHidden();
        // the keys stay where the button was
        assertThat(desk).isFocused();
        assertThat(this.page.locator("#said")).hasText("Assigned.");
        assertThat(Accessibility.faultsOf(this.page)).isEmpty();
        shoot("incident-taken-390");

        give(desk, "");
        assertThat(who).containsText("–");
        assertThat(desk.getByText("Assign", new Locator.GetByTextOptions().setExact(true))).isFocused();
        assertThat(this.page.evaluate("window.mark")).isEqualTo("the same");
        assertThat(this.page.evaluate("scrollY")).isEqualTo(was);
        this.page.clock().fastForward(15_000);
        assertThat(this.page.locator("#said")).isEmpty();

        this.page.context().setOffline(true);
        desk.getByText("Take it").evaluate("(take) => take.click()");
        assertThat(this.page.locator("#said")).containsText("whether this was saved is not known");
        assertThat(who).containsText("–");
    }

    @Test
    void anOpenAlarmSaysHowItIsAndIsTakenWithoutLeavingItsPage(Platform platform) {
        signIn(platform, ColorScheme.DARK);
        this.page.navigate("/alarm?state=RAISED");
        this.page.locator("#rows tbody td.key a").last().click();
        Locator bar = this.page.locator("#alarm-bar");
        this.page.evaluate("() => { window.mark = 'the same'; }");
        this.page.locator("#alarm-bar input[name=note]").fill("half a note");
        bar.getByText("Acknowledge").evaluate("(button) => button.focus({ preventScroll: true })");
        this.page.keyboard().press("Enter");
        assertThat(this.page.locator("#alarm-head .tag")).hasText("Acknowledged");
        assertThat(this.page.locator("#alarm-history")).containsText(platform.endpoint("admin.user"));
        assertThat(this.page.locator("#said .note")).isVisible();
        assertThat(bar.getByText("Acknowledge")).isHidden();
        assertThat(bar).isFocused();
        assertThat(this.page.locator("#alarm-bar input[name=note]")).hasValue("half a note");
        assertThat(Accessibility.faultsOf(this.page)).isEmpty();
        shoot("alarm-taken-390");

        this.page.locator("#alarm-strip a").last().evaluate("(link) => link.focus({ preventScroll: true })");
        this.page.waitForResponse((answer) -> answer.url().contains("/alarm/"),
                () -> this.page.clock().fastForward(15_000));
        assertThat(this.page.locator("#alarm-strip a").last()).isFocused();
        assertThat(this.page.evaluate("window.mark")).isEqualTo("the same");
    }

    /** Assigns an incident by the keyboard. */
    private void give(Locator desk, String name) {
        desk.locator("select").selectOption(name);
        desk.getByText("Assign", new Locator.GetByTextOptions().setExact(true))
            .evaluate("(assign) => assign.focus({ preventScroll: true })");
        this.page.keyboard().press("Enter");
        assertThat(this.page.locator("#said")).hasText("Assigned.");
    }

    @Test
    void theFormOfAlarmsNamesServicesAndZonesAndKeepsBoth(Platform platform) {
        signIn(platform, ColorScheme.DARK);
        this.page.navigate("/alarm?state=all");
        Locator service = this.page.locator("input[name=service]");
        service.pressSequentially("diego-c");
        assertThat(this.page.locator("#services option")).hasCount(1);
        assertThat(this.page.locator("#services option")).hasAttribute("value", "paasta / diego-cell");
        service.press("Enter");
        this.page.locator(".near a").click();
        assertThat(service).hasValue("paasta / diego-cell");
        this.page.locator("select[name=zone]").selectOption("z3");
        Locator chosen = this.page.locator(".chosen .chip");
        assertThat(chosen).hasText(new String[] { "Zone: z3×", "Service: paasta / diego-cell×" });
        assertThat(this.page).hasURL(Pattern.compile(".*zone=z3.*service=paasta.*"));
        assertThat(Accessibility.faultsOf(this.page)).isEmpty();
        shoot("alarm-places-390");
        chosen.first().locator(".x").click();
        assertThat(chosen).hasText(new String[] { "Service: paasta / diego-cell×" });
        assertThat(this.page.locator("select[name=zone]")).hasValue("");
    }

    private void signIn(Platform platform, ColorScheme scheme) {
        this.page = browser.signIn(platform, "en", scheme, 390);
        this.page.clock().install();
    }

    private void shoot(String name) {
        this.page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

}
