package monitoring.endtoend;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a threshold that an administrator edits to the mails of the alarm and of its end.
 */
@ExtendWith(PlatformExtension.class)
class AlarmMailIT {

    /**
     * Two intervals of the alarm job, one of the notification job, and the mail's way.
     */
    private static final Duration TWO_INTERVALS = Duration.ofSeconds(14);

    /**
     * A recovery is believed after several good windows, so that a value on the edge does
     * not flap.
     */
    private static final Duration GOOD_WINDOWS = Duration.ofSeconds(120);

    private static final String RESOURCE = "MEMORY";

    @Test
    void mailsWhenAPolicyIsLoweredAndWhenItIsRaisedAgain(Platform platform) {
        Inbox inbox = new Inbox(platform);
        try (Browser browser = new Browser()) {
            Page page = browser.signIn(platform, "en", new NewContextOptions());
            String policy = createPolicy(page);

            edit(page, policy, "1", "99");
            JsonNode raised = inbox.await("a mail about the alarm", TWO_INTERVALS,
                    (mail) -> isOfThisHost(mail) && !Inbox.says(mail, "복구"));
            assertThat(raised.path("from").asString()).contains("@");
            assertThat(raised.path("to").asString()).contains("@");
            assertThat(raised.path("date").asString()).isNotBlank();
            assertThat(raised.path("messageId").asString()).startsWith("<").endsWith(">");
            assertThat(raised.path("html").asString()).contains("<table").doesNotContain("<script");

            edit(page, policy, "98", "99");
            JsonNode recovered = inbox.await("a mail about the recovery", GOOD_WINDOWS, (mail) -> isOfThisHost(mail)
                    && mail.path("inReplyTo").asString().contains(raised.path("messageId").asString()));
            assertThat(recovered.path("messageId").asString()).isNotEqualTo(raised.path("messageId").asString());
        }
    }

    /** Of this host, as the metric agent calls it where there is no BOSH. */
    private static boolean isOfThisHost(JsonNode mail) {
        try {
            return Inbox.says(mail, InetAddress.getLocalHost().getHostName() + "/0");
        }
        catch (UnknownHostException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String createPolicy(Page page) {
        page.navigate("/policy/new");
        page.selectOption("select[name=origin]", "VM");
        page.selectOption("select[name=resource]", RESOURCE);
        page.fill("input[name=scope]", "host");
        fill(page, "98", "99");
        page.fill("textarea[name=comment]", "end-to-end " + UUID.randomUUID());
        page.click("#policy button.primary");
        page.waitForURL((url) -> !url.contains("/new"));
        page.navigate("/policy");
        return page.locator("tr:has-text('host') a[href^='/policy/']").first().getAttribute("href");
    }

    private static void edit(Page page, String policy, String warning, String critical) {
        page.navigate(policy);
        fill(page, warning, critical);
        page.click("#policy button.primary");
        page.waitForSelector("[role=status]");
    }

    private static void fill(Page page, String warning, String critical) {
        page.fill("input[name=warning]", warning);
        page.fill("input[name=critical]", critical);
        page.fill("input[name=measure]", "30");
        page.fill("input[name=repeat]", "10");
    }

}
