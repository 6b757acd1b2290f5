package monitoring.endtoend;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a threshold that an administrator edits to the mails of the alarm and of its end.
 */
@ExtendWith(PlatformExtension.class)
class AlarmMailIT {

    /**
     * The alarm job may just have begun when the policy is saved, so that the next run
     * sees it: two of its intervals, one of the notification job, and two seconds for the
     * mail's way. The same for the end: the seeded policy resolves after one good window.
     */
    private static final Duration TOLD_WITHIN = PlatformExtension.ALARM_INTERVAL.multipliedBy(2)
        .plus(PlatformExtension.NOTIFICATION_INTERVAL)
        .plusSeconds(2);

    /**
     * The seeded policy for the memory of BOSH directors: nothing in the demo's story
     * touches it.
     */
    private static final String POLICY = "/policy/5";

    private static final String DIRECTOR = "micro-bosh";

    @Test
    void mailsWhenAPolicyIsLoweredAndWhenItIsRaisedAgain(Platform platform) {
        Inbox inbox = new Inbox(platform);
        try (Browser browser = new Browser()) {
            Page page = browser.signIn(platform, "en", new NewContextOptions());

            edit(page, "1", "99");
            JsonNode raised = inbox.await("a mail about the alarm", TOLD_WITHIN,
                    (mail) -> Inbox.says(mail, DIRECTOR) && !Inbox.says(mail, "복구"));
            assertThat(raised.path("from").asString()).contains("@");
            assertThat(raised.path("to").asString()).contains("@");
            assertThat(raised.path("date").asString()).isNotBlank();
            assertThat(raised.path("messageId").asString()).startsWith("<").endsWith(">");
            assertThat(raised.path("html").asString()).contains("<table").doesNotContain("<script");

            acknowledge(page, raised.path("text").asString());
            edit(page, "98", "99");
            JsonNode recovered = inbox.await("a mail about the recovery", TOLD_WITHIN,
                    (mail) -> Inbox.says(mail, DIRECTOR)
                            && mail.path("inReplyTo").asString().contains(raised.path("messageId").asString()));
            assertThat(recovered.path("messageId").asString()).isNotEqualTo(raised.path("messageId").asString());
        }
    }

    /** Opening the link of the mail changes nothing, its button does, and once. */
    private static void acknowledge(Page page, String text) {
        Matcher link = Pattern.compile("https?://\\S+/alarm/link/\\S+").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        page.navigate(link.group());
        page.navigate(link.group());
        assertThat(page.locator("main")).containsText(DIRECTOR);
        page.click("main button.primary");
        assertThat(page.locator("h1")).containsText("확인 처리했습니다");
        page.navigate(link.group());
        assertThat(page.locator("h1")).containsText("이미 사용한 링크입니다");
        page.navigate(link.group().replace("/alarm/link/", "/alarm/link/x"));
        assertThat(page.locator("h1")).containsText("사용할 수 없는 링크입니다");
    }

    private static void edit(Page page, String warning, String critical) {
        page.navigate(POLICY);
        page.fill("input[name=warning]", warning);
        page.fill("input[name=critical]", critical);
        page.fill("input[name=measure]", "60");
        page.click("#policy button.primary");
        page.waitForSelector("[role=status] .note.done");
    }

}
