package monitoring.dashboard.metric;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import monitoring.dashboard.metric.Chart.Board;
import monitoring.dashboard.metric.Chart.Line;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChartWordsTest {

    private final ChartWords words = new ChartWords(messages());

    @Test
    void saysLinesInTheViewersLanguage() {
        assertThat(said("cpu", Locale.KOREAN, "mean", "peak", "core 0")).containsExactly("평균", "최고", "코어 0");
        assertThat(said("load", Locale.KOREAN, "1 min", "15 min")).containsExactly("1분", "15분");
        assertThat(said("memory", Locale.KOREAN, "used")).containsExactly("사용");
        assertThat(said("bytes", Locale.KOREAN, "eth0 in", "#0 out")).containsExactly("eth0 수신", "#0 송신");
        assertThat(said("diskio", Locale.KOREAN, "sda1 read", "sda1 write")).containsExactly("sda1 읽기", "sda1 쓰기");
        assertThat(said("cpu", Locale.ENGLISH, "mean", "core 0", "eth0 in")).containsExactly("mean", "core 0",
                "eth0 in");
    }

    @Test
    void leavesNamesAsTheyAre() {
        assertThat(said("disk", Locale.KOREAN, "/", "used")).containsExactly("/", "used");
        assertThat(said("memory", Locale.KOREAN, "#0")).containsExactly("#0");
    }

    private List<String> said(String chart, Locale locale, String... lines) {
        List<Line> all = Stream.of(lines).map((name) -> new Line(name, List.of(1.0))).toList();
        Board board = new Board(0, 1, List.of(0L), List.of(new Chart(chart, "plain", all, List.of())), List.of(), "");
        return this.words.of(board, locale).charts().get(0).lines().stream().map(Line::name).toList();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

}
