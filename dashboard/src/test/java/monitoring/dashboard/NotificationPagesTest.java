package monitoring.dashboard;

import java.time.Duration;
import java.time.Instant;

import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom people have told, when nobody is told, and what became of a message. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:told;DB_CLOSE_DELAY=-1")
class NotificationPagesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final Browser admin;

    private final NotificationStore notifications;

    @Autowired
    NotificationPagesTest(WebApplicationContext context) throws Exception {
        this.admin = Browser.ofAdmin(context);
        this.notifications = context.getBean(NotificationStore.class);
    }

    @Test
    void keepASilenceAndAReceiverButNoWebhookIntoTheOwnNetwork() throws Exception {
        this.admin.post("/notification/silences", "starts", "2026-11-21T02:00", "ends", "2026-11-21T04:00", "repeat",
                "WEEKLY", "days", "SATURDAY", "days", "SUNDAY", "reason", "patch day");
        assertThat(this.admin.get("/notification/silences?month=2026-11").getContentAsString()).contains("patch day",
                "FREQ=WEEKLY;BYDAY=SA,SU", "2026-11-28", "매주 토 · 일");
        assertThat(this.admin.get("/account/audit").getContentAsString()).contains(
                "시작: 2026-11-21 02:00:00 · 종료: 2026-11-21 04:00:00 · 반복: FREQ=WEEKLY;BYDAY=SA,SU · 사유: patch day");
        assertThat(this.admin
            .get("/notification/silences/preview?starts=2099-11-21T02:00&ends=2099-11-21T04:00&repeat=DAILY")
            .getContentAsString()).contains("2099-11-22 02:00", "매일");
        assertThat(this.admin.get("/notification/silences/preview?starts=2099-11-21T02:00&ends=2099-11-20T04:00")
            .getContentAsString()).contains("2099-11-20T04:00", "시작보다 뒤의 시각이어야 합니다").doesNotContain("<ol>");
        assertThat(receiver("MAIL", "ops@example.org")).isEqualTo(302);
        assertThat(receiver("MAIL", "ops@example.org\r\nBcc: x@example.org")).isEqualTo(422);
        assertThat(receiver("WEBHOOK", "http://169.254.169.254/latest")).isEqualTo(422);
        assertThat(receiver("WEBHOOK", "http://127.0.0.1:8080/")).isEqualTo(422);
        assertThat(receiver("WEBHOOK", "file:///etc/passwd")).isEqualTo(422);
    }

    @Test
    void fillInASilenceByALinkAndShowAWrongOneAgain() throws Exception {
        assertThat(this.admin.get("/notification/silences?target=no-such\"><b&resource=CPU&deployment=a / b")
            .getContentAsString()).contains("value=\"no-such&quot;&gt;&lt;b\"", "지금은 없는 대상입니다",
                    "<option value=\"CPU\" selected=\"selected\">", "<option value=\"a / b\" selected");
        assertThat(this.admin.get("/notification/silences?resource=X").getStatus()).isEqualTo(400);
        assertThat(this.admin.get("/notification/silences?target=" + "x".repeat(101)).getStatus()).isEqualTo(400);
        MockHttpServletResponse again = this.admin.post("/notification/silences", "starts", "2026-11-21 02:00", "ends",
                "2026-11-20 02:00", "target", "guid-1", "reason", "<wrong> day", "days", "SUNDAY");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("시작보다 뒤의 시각이어야 합니다", "value=\"2026-11-20 02:00\"",
                "value=\"guid-1\"", "&lt;wrong&gt; day", "value=\"SUNDAY\" checked");
        assertThat(
                this.admin.post("/notification/silences", "starts", "soon", "ends", "2026-11-20 02:00", "reason", "x")
                    .getContentAsString())
            .contains("날짜와 시각이 아닙니다");
    }

    @Test
    void showTheChainOfThoseWhoAreToldWhenNobodyAcknowledges() throws Exception {
        Receiver.Scope scope = new Receiver.Scope(null, "", "", Severity.WARNING, 2, Duration.ofMinutes(7), false);
        Receiver lead = this.notifications.save(new Receiver("", "team lead", Receiver.Channel.MAIL, "lead@example.org",
                "", scope, Receiver.Style.DEFAULT, true), "test");
        assertThat(this.admin.get("/notification/receivers").getContentAsString()).contains("class=\"chain\"",
                "team lead", "7분");
        assertThat(this.admin.get("/notification/receivers/" + lead.id()).getContentAsString())
            .contains("name=\"after\"", "value=\"7\"");
    }

    @Test
    void sendATestMessageThroughTheOutboxAndShowWhatWasSaid() throws Exception {
        receiver("MAIL", "test@example.org");
        Receiver receiver = this.notifications.receivers()
            .stream()
            .filter((one) -> one.address().equals("test@example.org"))
            .findFirst()
            .orElseThrow();
        String page = this.admin.post("/notification/receivers/" + receiver.id() + "/test").getRedirectedUrl();
        assertThat(this.admin.get(page).getContentAsString()).contains("시험", "admin", "every 2s");
        Notification queued = this.notifications.list(null, receiver.id(), new PageRequest(0, 1)).items().get(0);
        assertThat(queued.reason()).isEqualTo(Reason.TEST);
        this.notifications.update(queued.with(new Notification.Delivery(Notification.State.GIVEN_UP, 1, AT, null, "",
                "2026-11-21T02:10:00Z 550 5.1.1 <b>unknown</b> user")));
        assertThat(this.admin.get(page).getContentAsString()).contains("550 5.1.1 &lt;b&gt;unknown")
            .doesNotContain("every 2s");
        assertThat(this.admin.get("/notification?state=GIVEN_UP&receiver=" + receiver.id()).getContentAsString())
            .contains("550 5.1.1");
        assertThat(this.admin.get("/notification?state=SENT&receiver=" + receiver.id()).getContentAsString())
            .doesNotContain("550 5.1.1");
    }

    private int receiver(String channel, String address) throws Exception {
        return this.admin
            .post("/notification/receivers/new", "name", "ops", "channel", channel, "address", address, "level", "0",
                    "hourlyLimit", "60", "zone", "Asia/Seoul")
            .getStatus();
    }

}
