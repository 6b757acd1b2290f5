package monitoring.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmEvent;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.AcknowledgeLink;
import monitoring.storage.notification.AcknowledgeLinks;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * What the link of a mail does, and what it does not do, for somebody who is not signed
 * in.
 */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:links;DB_CLOSE_DELAY=-1")
class LinkPageTest {

    private static final String MESSAGE = "<notification-7.1@example.org>";

    private final Browser nobody;

    private final AlarmStore alarms;

    private final IncidentStore incidents;

    private final NotificationStore notifications;

    private final AcknowledgeLinks links;

    private final Instant now;

    private String alarm = "";

    private String others = "";

    private String receiver = "";

    @Autowired
    LinkPageTest(WebApplicationContext context) {
        this.nobody = Browser.ofNobody(context);
        this.alarms = context.getBean(AlarmStore.class);
        this.incidents = context.getBean(IncidentStore.class);
        this.notifications = context.getBean(NotificationStore.class);
        this.links = context.getBean(AcknowledgeLinks.class);
        this.now = context.getBean(Clock.class).instant();
    }

    @BeforeEach
    void tellSomebody() {
        this.receiver = this.notifications
            .save(new Receiver("", "night shift", Receiver.Channel.MAIL, "night@example.org", "",
                    Receiver.Scope.of(Origin.VM), new Receiver.Style(Locale.KOREAN, ZoneId.of("Asia/Seoul"), 0), true),
                    "test")
            .id();
        String incident = this.incidents
            .save(new Incident("", "cell", Severity.CRITICAL, Incident.State.OPEN, this.now, null, null, null,
                    "vm:" + UUID.randomUUID(), ""))
            .id();
        this.alarm = raise(incident, "<b>cell</b>/3", this.receiver);
        this.others = raise(incident, "told-to-another/0", "somebody-else");
    }

    private String raise(String incident, String name, String receiver) {
        String id = this.alarms
            .save(new Alarm("",
                    new AlarmTarget(Origin.VM, UUID.randomUUID().toString(), name, "10.0.0.3", "cf", "z1", ""),
                    Resource.CPU, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(93.1, 90, this.now),
                    new Alarm.Progress(this.now, this.now, null, null, null, 3, 0, this.now), incident))
            .id();
        this.notifications.enqueue(new Notification("", incident, id, receiver, Reason.RAISED, "once",
                new Notification.Delivery(Notification.State.SENT, 1, this.now, this.now, MESSAGE, "250 OK"),
                this.now));
        return id;
    }

    @Test
    void showsWhatItIsForAndChangesNothingHoweverOftenAScannerLooks() throws Exception {
        String path = path(Duration.ofHours(1));
        for (HttpMethod method : new HttpMethod[] { HttpMethod.HEAD, HttpMethod.GET, HttpMethod.GET }) {
            MockHttpServletResponse answer = ask(method, path);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.getCookies()).isEmpty();
        }
        assertThat(ask(HttpMethod.GET, path).getContentAsString())
            .contains("&lt;b&gt;cell", "night shift", "Are you on it?")
            .containsOnlyOnce("<button")
            .doesNotContain("<script", "told-to-another");
        assertThat(state(this.alarm)).isEqualTo(AlarmState.RAISED);
    }

    @Test
    void takesWhatTheReceiverWasToldOfAndOnlyOnce() throws Exception {
        String path = path(Duration.ofHours(1));
        assertThat(ask(HttpMethod.POST, path).getContentAsString()).contains("Acknowledged");
        assertThat(state(this.alarm)).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(state(this.others)).isEqualTo(AlarmState.RAISED);
        assertThat(this.alarms.events(this.alarm)).singleElement().satisfies((event) -> {
            assertThat(event.type()).isEqualTo(AlarmEvent.Type.ACKNOWLEDGED);
            assertThat(event.user()).isEqualTo("night shift");
            assertThat(event.detail()).isEqualTo("by the link of a mail");
        });
        this.alarms.save(this.alarms.find(this.alarm).orElseThrow().withState(AlarmState.RAISED));
        assertThat(ask(HttpMethod.POST, path).getContentAsString()).contains("This link was used before");
        assertThat(ask(HttpMethod.GET, path + "?lang=ko").getContentAsString()).contains("이미 사용한 링크입니다");
        assertThat(state(this.alarm)).isEqualTo(AlarmState.RAISED);
    }

    @Test
    void doesNothingWhenItIsExpiredOrTamperedWithOrOfNoReceiverAnyMore() throws Exception {
        String expired = path(Duration.ofHours(-1));
        assertThat(ask(HttpMethod.POST, expired).getContentAsString()).contains("This link has expired");
        String tampered = path(Duration.ofHours(1)).replace(".", "A.");
        assertThat(ask(HttpMethod.POST, tampered).getContentAsString()).contains("This link does not work");
        assertThat(ask(HttpMethod.GET, "/alarm/link/x").getContentAsString()).contains("This link does not work");
        String gone = path(Duration.ofHours(1));
        this.notifications.deleteReceiver(this.receiver);
        assertThat(ask(HttpMethod.POST, gone).getContentAsString()).contains("This link does not work");
        assertThat(state(this.alarm)).isEqualTo(AlarmState.RAISED);
    }

    @Test
    void saysThatSomebodyElseWasFaster() throws Exception {
        this.alarms.save(this.alarms.find(this.alarm).orElseThrow().withState(AlarmState.ACKNOWLEDGED));
        assertThat(ask(HttpMethod.GET, path(Duration.ofHours(1))).getContentAsString())
            .contains("Already taken care of")
            .doesNotContain("<button");
    }

    private String path(Duration validFor) {
        return "/alarm/link/" + this.links.token(new AcknowledgeLink(MESSAGE, this.receiver,
                Instant.ofEpochSecond(this.now.plus(validFor).getEpochSecond())));
    }

    private AlarmState state(String id) {
        return this.alarms.find(id).orElseThrow().state();
    }

    private MockHttpServletResponse ask(HttpMethod method, String path) throws Exception {
        return this.nobody.send(request(method, path).header("Accept-Language", "en"));
    }

}
