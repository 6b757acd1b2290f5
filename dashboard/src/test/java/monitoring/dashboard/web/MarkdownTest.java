package monitoring.dashboard.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void showsHeadingsListsAndTables() {
        String html = this.markdown.html("## 원인\n\n- `rep` **멈춤**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        assertThat(html).contains("<h2>원인</h2>", "<code>rep</code>", "<strong>멈춤</strong>", "<td>1</td>");
    }

    @Test
    void linksToPagesAndMailOnly() {
        assertThat(this.markdown.html("[doc](https://example.org/a?b=1)")).contains("href=\"https://example.org/a?b",
                "nofollow");
    }

    @ParameterizedTest
    @ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>alert(1)</script>)", "![x](javascript:alert(1))",
            "<a href=\"javascript:alert(1)\">x</a>", "<svg/onload=alert(1)>", "[x](vbscript:msgbox)",
            "<iframe src=//example.org></iframe>", "`<script>`", "<style>*{}</style>",
            "[a](https://e.org \"\\\" onmouseover=\\\"alert(1)\")" })
    void letsNothingRun(String hostile) {
        assertThat(this.markdown.html(hostile)).doesNotContainPattern("(?i)<(script|img|svg|iframe|style)")
            .doesNotContainPattern("(?i)href=\"?(javascript|data|vbscript)")
            .doesNotContainPattern("(?i)<[^>]*\\son\\w+\\s*=");
    }

}
