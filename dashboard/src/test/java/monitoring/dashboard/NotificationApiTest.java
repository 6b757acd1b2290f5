package monitoring.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import monitoring.storage.account.Role;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.InventoryStore;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.MessageText;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.NotificationStore;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.json;
import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;

/** What programs ask about who is told, and what they try. */
@ApiOnDatabase
class NotificationApiTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final Program administrator;

    private final Program operator;

    private final Program viewer;

    private final NotificationStore notifications;

    private final AlarmStore alarms;

    private final Receiver duty;

    private final Receiver late;

    private final Receiver vms;

    @Autowired
    NotificationApiTest(WebApplicationContext context) {
        this.administrator = Program.as(Role.ADMINISTRATOR, context);
        this.operator = Program.as(Role.OPERATOR, context);
        this.viewer = Program.as(Role.VIEWER, context);
        this.notifications = context.getBean(NotificationStore.class);
        this.alarms = context.getBean(AlarmStore.class);
        InventoryStore inventory = context.getBean(InventoryStore.class);
        inventory.replaceApps(List.of(new App("app-told", "ledger", "prod", "finance", 1)),
                List.of(new AppInstance("app-told", 0, "RUNNING", "10.0.1.3", "", 1 << 30, 1 << 30, AT)), AT);
        this.notifications.receivers().forEach((one) -> this.notifications.deleteReceiver(one.id()));
        this.duty = receiver("duty", null, 0);
        this.late = receiver("team lead", null, 1);
        this.vms = receiver("vm people", Origin.VM, 0);
    }

    private Receiver receiver(String name, @Nullable Origin origin, int level) {
        return this.notifications.save(new Receiver("", name, Receiver.Channel.MAIL, name.replace(' ', '.') + "@x.org",
                "s3cr3t", new Receiver.Scope(origin, "", "", Severity.WARNING, level, Duration.ofMinutes(7), false),
                Receiver.Style.DEFAULT, true), "test");
    }

    @Test
    void sayWhoWouldBeToldAndWhyTheOthersNot() throws Exception {
        JsonNode targets = this.viewer.read("/api/v1/routes/targets?q=ledger");
        assertThat(targets.get("total").asInt()).isEqualTo(1);
        String target = targets.at("/items/0/id").asString();
        assertThat(target).isEqualTo("app-told/0");
        String routes = this.viewer.read("/api/v1/routes?target=" + target + "&severity=WARNING").toString();
        assertThat(routes)
            .contains("\"receiver\":\"duty\",\"channel\":\"MAIL\",\"answer\":\"told\",\"step\":0",
                    "\"receiver\":\"team lead\",\"channel\":\"MAIL\",\"answer\":\"waits\",\"step\":1",
                    "\"receiver\":\"vm people\",\"channel\":\"MAIL\",\"answer\":\"origin\"")
            .doesNotContain("s3cr3t", "@x.org");
        assertThat(problem(this.viewer.get("/api/v1/routes?target=nothing"), 404)).contains("nothing");
        assertThat(problem(this.viewer.get("/api/v1/routes?target=x&resource=X"), 400)).contains("resource: X",
                "expected: one of [CPU");
        assertThat(this.viewer.read("/api/v1/receivers/chain").toString())
            .isEqualTo("[{\"step\":0,\"after\":\"PT0S\",\"receivers\":[\"" + this.duty.id() + "\",\"" + this.vms.id()
                    + "\"]},{\"step\":0,\"after\":\"PT7M\",\"receivers\":[\"" + this.late.id() + "\"]}]");
    }

    @Test
    void sayWhySomebodyWasNotToldOfAnAlarm() throws Exception {
        Alarm alarm = this.alarms.save(new Alarm("",
                new AlarmTarget(Origin.CONTAINER, "app-told/0", "ledger[0]", "10.0.1.3", "finance / prod", "",
                        "app-told"),
                Resource.CPU, Severity.CRITICAL, AlarmState.RAISED, new Alarm.Reading(93, 90, AT),
                new Alarm.Progress(AT, AT, null, null, null, 1, 0, null), null));
        this.notifications.enqueue(new Notification("", null, alarm.id(), this.duty.id(), Reason.RAISED, "1",
                new Notification.Delivery(Notification.State.SUPPRESSED, 0, AT, null, "", "CRITICAL is below FAIL"),
                AT));
        JsonNode telling = this.viewer.read("/api/v1/alarms/" + alarm.id() + "/told");
        assertThat(telling.at("/told/0/receiver").asString()).isEqualTo("duty");
        assertThat(telling.at("/told/0/state").asString()).isEqualTo("SUPPRESSED");
        assertThat(telling.at("/told/0/at").asString()).isEqualTo("2026-11-21T02:10:00Z");
        assertThat(telling.at("/told/0/words").asString()).isNotBlank();
        assertThat(telling.get("untold").toString()).contains("\"receiver\":\"vm people\"", "\"answer\":\"origin\"")
            .doesNotContain("\"duty\"", "s3cr3t");
        this.alarms.save(alarm.withState(AlarmState.RESOLVED));
    }

    @Test
    void sendATestMessageAndSayWhatBecameOfIt() throws Exception {
        assertThat(this.operator.post("/api/v1/receivers/" + this.duty.id() + "/test", "{}").getStatus())
            .isEqualTo(403);
        JsonNode queued = json(this.administrator.post("/api/v1/receivers/" + this.duty.id() + "/test", "{}"), 202);
        String path = "/api/v1/notifications/" + queued.get("id").asString();
        assertThat(queued.get("reason").asString()).isEqualTo("TEST");
        Notification kept = this.notifications.find(queued.get("id").asString()).orElseThrow();
        this.notifications.update(kept.with(new Notification.Delivery(Notification.State.GIVEN_UP, 2, AT, null, "",
                "2026-11-21T02:10:00Z 421 busy\n2026-11-21T02:11:00Z 550 5.1.1 unknown user")));
        JsonNode one = this.viewer.read(path);
        assertThat(one.at("/attempts/1/at").asString()).isEqualTo("2026-11-21T02:11:00Z");
        assertThat(one.at("/attempts/1/words").asString()).isEqualTo("550 5.1.1 unknown user");
        String list = "/api/v1/notifications?receiver=" + this.duty.id();
        assertThat(this.viewer.read(list + "&state=GIVEN_UP").get("total").asInt()).isEqualTo(1);
        assertThat(this.viewer.read(list + "&state=SENT").get("total").asInt()).isZero();
        assertThat(json(this.administrator.post(path + "/retry", "{}"), 200).at("/delivery/state").asString())
            .isEqualTo("QUEUED");
        assertThat(one.get("text").isNull()).isTrue();
        this.notifications.update(kept.with(new Notification.Delivery(Notification.State.SENT, 3, AT, AT, "m", "ok")));
        this.notifications.keepText(kept, new MessageText("[test] duty", "<b>is told</b>"));
        assertThat(this.viewer.read(path).get("text").toString())
            .isEqualTo("{\"title\":\"[test] duty\",\"body\":\"<b>is told</b>\"}");
        assertThat(this.viewer.read(list).toString()).doesNotContain("is told");
        assertThat(problem(this.administrator.post(path + "/retry", "{}"), 400)).contains("which is SENT", "expected");
        assertThat(this.administrator.get("/api/v1/audit").getContentAsString()).contains("receiver.test",
                "notification.retry");
    }

    @Test
    void lookAheadAtSilences() throws Exception {
        JsonNode coming = this.viewer
            .read("/api/v1/silences/preview?starts=2099-11-21T02:00&ends=2099-11-21T04:00&repeat=DAILY");
        assertThat(coming).hasSize(5);
        assertThat(coming.at("/1/from").asString()).isEqualTo("2099-11-22T02:00:00Z");
        assertThat(problem(this.viewer.get("/api/v1/silences/preview?starts=2099-11-21T02:00&ends=x"), 400))
            .contains("ends: x", "expected: a time such as");
        String id = json(this.operator.post("/api/v1/silences", """
                {"starts": "2026-10-31T23:00", "ends": "2026-11-01T01:00", "repeat": "DAILY", "last": "2026-11-03",
                 "deployment": "api-test", "reason": "patch days"}"""), 201).get("id").asString();
        JsonNode month = this.viewer.read("/api/v1/silences/calendar?month=2026-11");
        assertThat(month).filteredOn((one) -> one.at("/silence/id").asString().equals(id))
            .extracting((one) -> one.at("/period/from").asString())
            .containsExactly("2026-10-31T23:00:00Z", "2026-11-01T23:00:00Z", "2026-11-02T23:00:00Z",
                    "2026-11-03T23:00:00Z");
        JsonNode one = this.viewer.read("/api/v1/silences/" + id);
        assertThat(one.at("/silence/reason").asString()).isEqualTo("patch days");
        assertThat(one.get("alarms").asInt()).isZero();
        assertThat(this.operator.send("DELETE", "/api/v1/silences/" + id, null, null).getStatus()).isEqualTo(204);
        assertThat(this.viewer.get("/api/v1/silences/" + id).getStatus()).isEqualTo(404);
    }

}
