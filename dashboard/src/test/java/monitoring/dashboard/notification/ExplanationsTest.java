package monitoring.dashboard.notification;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationsTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Explanations explanations = new Explanations(messages());

    @Test
    void saysInBothLanguagesWhySomebodyWasNotTold() {
        assertThat(english("WARNING is below CRITICAL")).contains("Warning").contains("Critical");
        assertThat(korean("WARNING is below CRITICAL")).contains("수신 기준");
        assertThat(english("silenced by kim until 2026-11-21T04:00:00Z: patch day"))
            .isEqualTo("silenced by kim until 2026-11-21 13:00: patch day");
        assertThat(english("inhibited by alarm 17, which explains it")).contains("alarm 17 explains it");
        assertThat(english("ACKNOWLEDGED before it was due; waits for an acknowledgement")).contains("Acknowledged");
        assertThat(english("kim did it")).contains("kim").contains("did");
        assertThat(korean("no receiver for VM")).contains("VM");
    }

    @Test
    void saysInBothLanguagesWhatTheAuditAndTheHistoryKeep() {
        assertThat(korean("by the link of a mail")).isEqualTo("메일의 링크로 처리");
        String kept = "VM CPU paasta: warning 80.0, critical 90.0, window PT1M, repeat PT1H";
        assertThat(korean(kept)).isEqualTo("VM CPU paasta: 경고 80.0, 위험 90.0, 측정 시간 1분, 반복 통보 1시간");
        assertThat(english(kept))
            .isEqualTo("VM CPU paasta: warning 80.0, critical 90.0, measured over 1 min, repeated every 1 h");
        assertThat(korean("CONTAINER MEMORY : warning 80.0, critical 90.0, window PT90S, repeat PT30M"))
            .contains("컨테이너 메모리", "90초", "30분");
        assertThat(korean("after PT5M")).isEqualTo("after 5분");
    }

    @Test
    void saysInBothLanguagesWhatHappenedToAnAlarmAndAroundIt() {
        assertThat(korean("explained by alarm 17")).isEqualTo("알람 17(으)로 설명됩니다");
        assertThat(korean("4 times within PT1H")).isEqualTo("1시간 안에 4회");
        assertThat(korean("no log has arrived since 2026-11-21T04:00:00Z"))
            .isEqualTo("2026-11-21 13:00 이후로 로그가 들어오지 않았습니다");
        assertThat(english("update deployment cf")).isEqualTo("updated deployment cf");
        assertThat(korean("update deployment cf: no {quota}")).isEqualTo("배포 cf 변경: no {quota}");
        assertThat(korean("migrate deployment cf")).isEqualTo("배포 cf migrate");
        assertThat(korean("not asked: decided at 2026-11-21T04:00:00Z, longer ago than PT5M"))
            .isEqualTo("요청하지 않음: 2026-11-21 13:00에 결정되어 5분보다 오래되었습니다");
        assertThat(korean(
                "not asked: how many instances there are was last told at 2026-11-21T04:00:00Z, not since the app"
                        + " was scaled at 2026-11-21T04:05:00Z (does the inventory job fail?)"))
            .isEqualTo("요청하지 않음: 인스턴스 수를 2026-11-21 13:00에 마지막으로 확인했으며, 2026-11-21 13:05 스케일링 이후에는 확인하지 못했습니다."
                    + " 인벤토리 작업이 실패하는지 확인하세요");
        assertThat(korean("3 alarms into incident 7")).isEqualTo("알람 3건을 장애 7(으)로 옮김");
    }

    @Test
    void leavesTheWordsOfAServerAsTheyAre() {
        assertThat(korean("550 5.1.1 no such user")).isEqualTo("550 5.1.1 no such user");
        assertThat(english("")).isEmpty();
    }

    @Test
    void saysTheTimesOfAttemptsInTheViewersZone() {
        assertThat(english("2026-11-25T19:52:49.670597506Z 451 greylisted\n2026-11-25T19:57:49Z 250 OK"))
            .isEqualTo("2026-11-26 04:52:49 451 greylisted\n2026-11-26 04:57:49 250 OK");
        assertThat(english("2026-99-25T19:52:49Z 250 OK")).isEqualTo("2026-99-25T19:52:49Z 250 OK");
    }

    private String english(String detail) {
        return this.explanations.of(detail, Locale.ENGLISH, SEOUL);
    }

    private String korean(String detail) {
        return this.explanations.of(detail, Locale.KOREAN, SEOUL);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

}
