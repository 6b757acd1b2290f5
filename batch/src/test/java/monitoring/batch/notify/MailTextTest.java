package monitoring.batch.notify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import monitoring.batch.notify.AlarmMessage.Item;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.Delivery;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStreak;
import monitoring.storage.scaling.ScalingEvent.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What mails say. Each is left in {@code target/mails}, to be looked at in a browser. */
class MailTextTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:14:30Z");

    private static final Path FOLDER = Path.of("target", "mails");

    private static final String LINK = "https://monitoring.example.org/alarm/link/abc.def?lang=ko";

    private final MailText text = new MailText(properties(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void saysInKoreanWhatPaasTaSaid() throws IOException {
        MailText.Text mail = write("alarm-ko", message(Locale.KOREAN, Reason.RAISED, "",
                alarm("diego-cell/3", Resource.CPU, Severity.CRITICAL, AlarmState.RAISED)), LINK);
        assertThat(mail.subject()).isEqualTo("[diego-cell/3]의 cpu 상태 [critical]");
        assertThat(mail.html()).contains("임계치인 90.00%를 초과하였습니다", "발생 시간", "경과 시간(분)", "2026-11-21 11:10:00 KST", LINK)
            .contains("prefers-color-scheme: dark");
        assertThat(mail.plain()).contains("확인 처리: " + LINK, "https://monitoring.example.org/incident/7");
    }

    @Test
    void saysManyInATableAndHowManyMore() throws IOException {
        Alarm[] many = IntStream.range(0, 14)
            .mapToObj((number) -> alarm("diego-cell/" + number, Resource.MEMORY,
                    (number < 3) ? Severity.CRITICAL : Severity.WARNING, AlarmState.RAISED))
            .toArray(Alarm[]::new);
        MailText.Text mail = write("storm-en", message(Locale.ENGLISH, Reason.RAISED, "", many), LINK);
        assertThat(mail.subject()).isEqualTo("[diego-cell/0] memory is critical and 13 more");
        assertThat(mail.html()).contains("diego-cell/9").doesNotContain("diego-cell/10").contains("and 4 more");
        assertThat(mail.plain()).contains("and 4 more");
    }

    @Test
    void namesTheResourceByWordsAndNotByItsCode() {
        String subject = this.text
            .write(message(Locale.ENGLISH, Reason.RAISED, "",
                    alarm("web/0", Resource.NETWORK, Severity.WARNING, AlarmState.RAISED)), "")
            .subject();
        assertThat(subject).isEqualTo("[web/0] network errors is warning");
    }

    @Test
    void listsAnAlarmOnceOfWhichSeveralStepsAreDue() throws IOException {
        Alarm alarm = alarm("web/0", Resource.CPU, Severity.CRITICAL, AlarmState.RAISED);
        MailText.Text mail = write("twice-en", message(Locale.ENGLISH, Reason.RAISED, "", alarm, alarm), LINK);
        assertThat(mail.subject()).isEqualTo("[web/0] cpu is critical");
        assertThat(mail.plain().lines().filter((line) -> line.startsWith("- "))).hasSize(1);
        assertThat(mail.plain()).doesNotContain("more");
    }

    @Test
    void saysWhoIsOnItAndThatItIsOver() throws IOException {
        MailText.Text taken = write("acknowledged-en", message(Locale.ENGLISH, Reason.ACKNOWLEDGED, "kim",
                alarm("web/0", Resource.CPU, Severity.WARNING, AlarmState.ACKNOWLEDGED)), "");
        assertThat(taken.subject()).isEqualTo("[Acknowledged] [web/0] cpu is warning");
        assertThat(taken.html()).contains("kim is on it.").doesNotContain("/alarm/link/");
        MailText.Text over = write("recovered-ko", message(Locale.KOREAN, Reason.RECOVERED, "",
                alarm("web/0", Resource.CPU, Severity.WARNING, AlarmState.RESOLVED)), "");
        assertThat(over.subject()).isEqualTo("[복구] [web/0]의 cpu 상태 [warning]");
        MailText.Text byHand = this.text.write(message(Locale.KOREAN, Reason.RESOLVED_BY_HAND, "kim",
                alarm("web/0", Resource.CPU, Severity.WARNING, AlarmState.RESOLVED)), "");
        assertThat(byHand.subject()).isEqualTo("[해결] [web/0]의 cpu 상태 [warning]");
        assertThat(byHand.plain()).contains("kim 님이 해결 처리했습니다.");
    }

    @Test
    void saysThatItIsATestAndWhoSentIt() throws IOException {
        Receiver receiver = new Receiver("1", "night shift", Receiver.Channel.MAIL, "ops@example.org", "",
                Receiver.Scope.of(Origin.VM), new Receiver.Style(Locale.KOREAN, ZoneId.of("Asia/Seoul"), 0), true);
        Message message = TestMessage.of(Notification.test("1", "kim lee", NOW), receiver);
        MailText.Text mail = write("test-ko", message, "");
        assertThat(mail.subject()).isEqualTo("[시험] night shift 통보 확인");
        assertThat(mail.plain()).contains("kim lee 님이", "https://monitoring.example.org/notification")
            .doesNotContain("/incident/");
        assertThat(mail.html()).contains("시험 메시지입니다").doesNotContain("인시던트");
    }

    @Test
    void saysInBothLanguagesThatAnAppWasScaled() throws IOException {
        MailText.Text korean = write("scaled-ko", scaled(Locale.KOREAN, Outcome.SCALED), "");
        assertThat(korean.subject()).isEqualTo("[shop] App 인스턴스 자동 확장 2개에서 3개로");
        assertThat(korean.html()).contains("확장했습니다", "2 → 3", "acme / dev", "prefers-color-scheme: dark", "/scaling");
        MailText.Text english = write("scaled-en", scaled(Locale.ENGLISH, Outcome.SCALED, Outcome.REJECTED), "");
        assertThat(english.subject()).isEqualTo("[shop] scaled out from 2 to 3 instances and 1 more");
        assertThat(english.plain()).contains("CPU of shop was 91.50%, over its limit of 80.00%",
                "- Rejected  shop  2 → 3  CPU 91.50% / 80.00%", "quota <exceeded>");
        assertThat(english.html()).contains("quota &lt;exceeded&gt;");
        MailText.Text failed = write("not-scaled-ko", scaled(Locale.KOREAN, Outcome.FAILED), "");
        assertThat(failed.subject()).isEqualTo("[shop] App 인스턴스 자동 확장 실패 (2개에서 3개)");
        assertThat(failed.plain()).contains("부터 61회 요청했으나 확인되지 않았습니다.");
        assertThat(failed.html()).contains("부터 61회 요청했으나 확인되지 않았습니다.");
        assertThat(english.plain()).doesNotContain("without success");
    }

    private static ScalingMessage scaled(Locale language, Outcome... outcomes) {
        Receiver receiver = new Receiver("1", "shop team", Receiver.Channel.MAIL, "shop@example.org", "",
                Receiver.Scope.of(Origin.APP), new Receiver.Style(language, ZoneId.of("Asia/Seoul"), 0), true);
        ScalingDecision decision = new ScalingDecision("d1", "guid", "shop", ScalingDecision.Action.OUT, Resource.CPU,
                91.5, 80, 2, 3, NOW);
        return new ScalingMessage("<notification-9@monitoring.example.org>", receiver,
                List.of(outcomes)
                    .stream()
                    .map((outcome) -> new ScalingMessage.Item(
                            new Notification("9", null, null, "1", Reason.SCALED, "d1", Delivery.queued(NOW), NOW),
                            new ScalingEvent(decision, outcome, 200, "quota <exceeded>", NOW), "acme / dev",
                            new ScalingStreak(61, NOW.minus(Duration.ofHours(1)))))
                    .toList());
    }

    @Test
    void takesNamesAsText() throws IOException {
        MailText.Text mail = write("hostile",
                message(Locale.ENGLISH, Reason.RAISED, "",
                        alarm("<img src=x onerror=alert(1)>", Resource.HEARTBEAT, Severity.FAIL, AlarmState.RAISED)),
                "");
        assertThat(mail.html()).contains("&lt;img src=x").doesNotContain("<img src=x");
    }

    private MailText.Text write(String name, Message message, String acknowledge) throws IOException {
        MailText.Text written = this.text.write(message, acknowledge);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".html"), written.html());
        return written;
    }

    private static NotifyProperties properties() {
        return new NotifyProperties(URI.create("https://monitoring.example.org"), Duration.ZERO, Duration.ZERO,
                Duration.ofMinutes(15), 5, 10, Duration.ofSeconds(10), Duration.ofHours(24), Duration.ofMinutes(1),
                Duration.ofHours(24), URI.create("http://127.0.0.1:9"));
    }

    private static Alarm alarm(String name, Resource resource, Severity severity, AlarmState state) {
        Instant raised = Instant.parse("2026-11-21T02:10:00Z");
        Alarm.Progress progress = new Alarm.Progress(raised, raised, null, (state == AlarmState.RESOLVED) ? NOW : null,
                null, 3, 0, raised);
        return new Alarm(name, new AlarmTarget(Origin.VM, name, name, "10.0.1.3", "paasta", "z1", ""), resource,
                severity, state, new Alarm.Reading(97.25, 90, NOW), progress, "7");
    }

    private static AlarmMessage message(Locale language, Reason reason, String by, Alarm... alarms) {
        Incident incident = new Incident("7", "diego-cell/3 CPU CRITICAL", Severity.CRITICAL, Incident.State.OPEN, NOW,
                null, "1", null, "vm:1", "");
        Receiver receiver = new Receiver("1", "night shift", Receiver.Channel.MAIL, "ops@example.org", "",
                Receiver.Scope.of(Origin.VM), new Receiver.Style(language, ZoneId.of("Asia/Seoul"), 0), true);
        List<Item> items = List.of(alarms)
            .stream()
            .map((alarm) -> new Item(
                    new Notification("9", "7", alarm.id(), "1", reason, "once", Delivery.queued(NOW), NOW), alarm,
                    incident, by))
            .toList();
        return new AlarmMessage("<notification-9@monitoring.example.org>", null, receiver, items);
    }

}
