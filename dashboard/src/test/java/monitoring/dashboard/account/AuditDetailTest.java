package monitoring.dashboard.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of a change, and that it can be read again. */
class AuditDetailTest {

    @Test
    void keepsNamesAndValuesAndLeavesOutWhatIsEmpty() {
        assertThat(AuditDetail.of("cpu", 80.0).with("memory", 72.5).with("mail", "").with("origin", null))
            .hasToString("cpu=80 memory=72.5");
        assertThat(AuditDetail.of("name", "night shift").with("address", "ops@example.org"))
            .hasToString("name=\"night shift\" address=ops@example.org");
    }

    @Test
    void keepsWhatWasAnotherBefore() {
        AuditDetail was = AuditDetail.of("cpu", 80).with("mail", "kim@example.org").with("name", "a");
        assertThat(AuditDetail.of("cpu", 90).with("name", "a").since(was))
            .hasToString("cpu=90 name=a was.cpu=80 was.mail=kim@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = { "plain", "two words", "a=b", "\"quoted\"", "back\\slash", "\\n is no line", "line\nline",
            "=", "\"", "한국어 사유", "https://hooks.example/?a=b&c=d" })
    void readsBackWhatever(String value) {
        AuditDetail read = AuditDetail.read(AuditDetail.of("first", value).with("second", "2").toString());
        assertThat(read.value("first")).isEqualTo(value);
        assertThat(read.value("second")).isEqualTo("2");
        assertThat(read.names()).containsExactly("first", "second");
    }

    @Test
    void readsALongValueWithManyQuotes() {
        String value = "\"\\".repeat(50_000);
        assertThat(AuditDetail.read(AuditDetail.of("reason", value).toString()).value("reason")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "was: name=1", "3 alarms into incident 7", "name=\"open", "name=\"a\"b", "name=a\"b",
            "state=open&severity=CRITICAL", "a-b=1", "=1", "name=1  b=2" })
    void takesOtherWordsForWhatTheyAre(String text) {
        assertThat(AuditDetail.read(text).names()).isEmpty();
    }

}
