package monitoring.dashboard.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import monitoring.storage.account.Account;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.ApiToken;
import monitoring.storage.account.Role;
import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import monitoring.storage.scaling.ScalingPolicy;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the audit keeps stays as it is, and is said in both languages. */
class AuditWordsTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private static final Pattern NAME = Pattern.compile("(?:AuditDetail\\.of|\\.with)\\(\"([a-zA-Z]+)\"");

    private final AuditWords words = new AuditWords(messages(), Clock.systemUTC());

    @Test
    void saysWhoIsTold() {
        Receiver.Scope scope = new Receiver.Scope(Origin.VM, "paasta", "", Severity.CRITICAL, 1);
        AuditDetail kept = AuditDetails.of(new Receiver("7", "night shift", Receiver.Channel.CHAT_WEBHOOK,
                "https://hooks.example/services/T0/geheim", "geheim", scope, Receiver.Style.DEFAULT, true));
        assertThat(kept).hasToString("channel=CHAT_WEBHOOK name=\"night shift\" address=https://hooks.example origin=VM"
                + " group=paasta minimum=CRITICAL level=1 scaling=false told=true");
        assertThat(english(kept)).isEqualTo("told by: Chat · name: night shift · address: https://hooks.example · "
                + "target: VM · deployment or space: paasta · from severity: Critical · step: 1 · told of scaling: no · "
                + "is told: yes");
        assertThat(korean(kept)).startsWith("수단: ").contains("이름: night shift", "최소 등급: 위험");
    }

    @Test
    void saysWhatIsSilenced() {
        AuditDetail kept = AuditDetails.of(new Silence("7", new Silence.Matcher(null, Resource.CPU, "", "z1", ""), AT,
                AT.plusSeconds(3600), "", "patch \"day\"", "kim"));
        assertThat(kept).hasToString("resource=CPU zone=z1 begin=2026-11-21T02:10:00Z end=2026-11-21T03:10:00Z "
                + "reason=\"patch \\\"day\\\"\"");
        assertThat(english(kept)).isEqualTo("resource: CPU · zone: z1 · from: 2026-11-21 11:10:00 · "
                + "until: 2026-11-21 12:10:00 · why: patch \"day\"");
    }

    @Test
    void saysWhatAPolicyIsAndWas() {
        AuditDetail was = AuditDetails.of(appPolicy(80, Duration.ofMinutes(1)));
        AuditDetail kept = AuditDetails.of(appPolicy(70, Duration.ofMinutes(2))).since(was);
        assertThat(kept).hasToString("cpuWarning=70 cpuCritical=90 memoryWarning=80 memoryCritical=90 window=PT2M "
                + "mail=owner@example.org mailed=true watched=true was.cpuWarning=80 was.window=PT1M");
        assertThat(english(kept)).startsWith("CPU warning %: 70 (was 80) · CPU critical %: 90 · ")
            .contains("measured over: 2 min (was 1 min)");
        assertThat(korean(kept)).startsWith("CPU 경고 %: 70 (이전: 80)").contains("측정 시간: 2분 (이전: 1분)");
        AuditDetail scaling = AuditDetails.of(new ScalingPolicy("guid", new ScalingPolicy.Instances(1, 4, 2),
                new ScalingPolicy.Band(20, 75), new ScalingPolicy.Band(20, 80), Duration.ofMinutes(2),
                new ScalingPolicy.Switches(true, false, true, false)));
        assertThat(scaling)
            .hasToString("least=1 most=4 step=2 cpuMin=20 cpuMax=75 memoryMin=20 memoryMax=80 window=PT2M "
                    + "out=true in=false byCpu=true byMemory=false");
        assertThat(english(scaling)).contains("instances at most: 4", "may take instances away: no");
        assertThat(korean(scaling)).contains("최대 인스턴스: 4", "인스턴스 축소: 아니요");
    }

    @Test
    void saysWhoMayWhat() {
        Account account = new Account("kim", "{noop}geheim", Role.VIEWER, Set.of("finance", "audit"), Locale.KOREAN,
                SEOUL, true);
        AuditDetail kept = AuditDetails.of(account.withEnabled(false)).since(AuditDetails.of(account));
        assertThat(kept).hasToString("role=VIEWER organizations=\"audit, finance\" signIn=false was.signIn=true");
        assertThat(english(kept)).isEqualTo("role: Viewer · organizations: audit, finance · may sign in: no (was yes)");
        ApiToken token = new ApiToken("id", "kim", "ci", "geheim", ApiScope.READ, AT, AT.plusSeconds(3600), null);
        assertThat(AuditDetails.of(token)).hasToString("name=ci scope=READ account=kim expires=2026-11-21T03:10:00Z");
        assertThat(korean(AuditDetails.of(token))).isEqualTo("이름: ci · 권한: 조회 · 계정: kim · 만료 일시: 2026-11-21 12:10:00");
        assertThat(english(AuditDetail.of("assignee", "").since(AuditDetail.of("assignee", "kim"))))
            .isEqualTo("assigned to: – (was kim)");
    }

    @Test
    void knowsWhyTheUaaEndsASession() {
        assertThat(Arrays.stream(UaaRefusal.Reason.values())).allSatisfy((reason) -> {
            assertThat(english(AuditDetail.of("uaa", reason.word()))).doesNotEndWith(": " + reason.word());
            assertThat(korean(AuditDetail.of("uaa", reason.word()))).doesNotEndWith(": " + reason.word());
        });
    }

    @Test
    void hasWordsForEachNameThatTheProgramKeeps() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                if (source.contains("AuditDetail")) {
                    NAME.matcher(source).results().forEach((found) -> names.add(found.group(1)));
                }
            }
        }
        assertThat(names).contains("cpuWarning", "assignee", "portalAlarms", "taken").allSatisfy((name) -> {
            assertThat(english(AuditDetail.of(name, "1"))).endsWith(": 1");
            assertThat(korean(AuditDetail.of(name, "1"))).endsWith(": 1");
        });
    }

    @Test
    void leavesOtherWordsToOthers() {
        assertThat(this.words.of("was: restarted", Locale.ENGLISH, SEOUL)).isNull();
        assertThat(this.words.of("unheard=1", Locale.ENGLISH, SEOUL)).isNull();
        assertThat(this.words.of("", Locale.ENGLISH, SEOUL)).isNull();
    }

    private static AppAlarmPolicy appPolicy(int warning, Duration window) {
        return new AppAlarmPolicy("guid", new Threshold(warning, 90), new Threshold(80, 90), window,
                "owner@example.org", true, true);
    }

    private String english(AuditDetail detail) {
        return String.valueOf(this.words.of(detail.toString(), Locale.ENGLISH, SEOUL));
    }

    private String korean(AuditDetail detail) {
        return String.valueOf(this.words.of(detail.toString(), Locale.KOREAN, SEOUL));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

}
