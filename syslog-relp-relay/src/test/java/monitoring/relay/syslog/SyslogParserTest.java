package monitoring.relay.syslog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SyslogParserTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final String SD = "[instance@47450 director=\"micro-bosh\" environment=\"prod\" deployment=\"cf\" group=\"diego-cell\" az=\"z1\" id=\"83bd66e5\"]";

    private final SyslogParser parser = new SyslogParser(SyslogProperties.defaults());

    @Test
    void readsTheBoshInstance() {
        LogEntry entry = parse(
                "<36>1 2026-11-21T07:59:35.767398+00:00 10.0.1.17 sshd 25852 - " + SD + " Failed password for root");
        assertThat(entry.time()).isEqualTo(Instant.parse("2026-11-21T07:59:35.767398Z"));
        assertThat(entry.syslog())
            .isEqualTo(new LogEntry.SyslogHeader(LogSeverity.WARNING, 4, "10.0.1.17", "sshd", "25852", ""));
        assertThat(entry.instance())
            .isEqualTo(new LogEntry.BoshInstance("micro-bosh", "cf", "diego-cell", "z1", "83bd66e5"));
        assertThat(entry.message()).isEqualTo("Failed password for root");
        assertThat(entry.fields()).containsEntry("bosh_environment", "prod");
        assertThat(entry.flags()).isEmpty();
    }

    @Test
    void takesSeverityTimeAndFieldsOutOfJson() {
        LogEntry entry = parse("<14>1 2026-11-21T07:59:36Z 10.0.1.17 rep rs2 - " + SD
                + " {\"timestamp\":\"2026-11-21T07:59:35.788Z\",\"level\":\"error\",\"source\":\"rep\",\"message\":\"rep.failed\",\"data\":{\"session\":\"12.1\",\"used\":9223372036854775807,\"list\":[1,{\"a\":2}]}}");
        assertThat(entry.parser()).isEqualTo("json");
        assertThat(entry.message()).isEqualTo("rep.failed");
        assertThat(entry.syslog().severity()).isEqualTo(LogSeverity.ERROR);
        assertThat(entry.time()).isEqualTo(Instant.parse("2026-11-21T07:59:35.788Z"));
        assertThat(entry.fields()).containsEntry("data.used", 9223372036854775807L)
            .containsEntry("data.session", "12.1")
            .containsEntry("data.list", "[1,{\"a\":2}]");
    }

    /**
     * Each of these lines takes some milliseconds; where a character is looked at again
     * for each one before it, it takes minutes, and no other line is indexed meanwhile.
     */
    @ParameterizedTest
    @MethodSource("longLines")
    @Timeout(20)
    void takesALineOfAnyLengthWhereverItIsLong(String line) {
        for (String piece : List.of("x", "\\\"", "\"", "a.", "a=\\\"b ", "password", "password=", ":", "_", "(1: ",
                "[client 1:", "a.B: ", "A.", " ", "__item__:[")) {
            LogEntry entry = parse(line.formatted(piece.repeat(120_000 / piece.length())));
            assertThat(entry.flags()).as(piece).doesNotContain("parse-failed");
        }
    }

    static List<String> longLines() {
        String head = "<14>1 2026-11-21T07:59:36Z 10.0.1.17 app - - ";
        List<String> lines = new ArrayList<>(List.of(head + "[instance@47450 director=\"%s\" az=\"z1\"] text",
                head + "[instance@47450 director=\"%s"));
        for (String message : List.of("level=info msg=\"%s\" size=3", "level=info msg=\"%s",
                "level=info password=\"%s\"",
                "2026-11-21T07:59:36Z info vpxd[1] [Originator@6876 sub=x opID=\"%s\"] text",
                "x: %sFailed: no\n\tat a.B.c(B.java:1)", "%s\n x\n\tat a.B.c(B.java:1)",
                "{\"level\":\"info\",\"msg\":\"%s\"}", "%s: secret", "2026-11-21 07:59:36  INFO 1 --- [%s",
                "2026/02/03 04:05:06 [error] 26671#0: *2 connect() failed %s",
                "[Tue Feb 03 04:05:06.123456 2026] [core:error] [pid 1:tid 2] %s",
                "[2026-02-03 04:05:06.772518]\t[DEBUG]\t[26064]\t%s",
                "# Time: 2026-11-21T07:59:36Z\n# User@Host: %s\nSELECT 1;")) {
            lines.add(head + "- " + message);
        }
        return lines;
    }

    @Test
    void keepsALongValueWhole() {
        String value = "long \\\"quoted\\\" ".repeat(8_000);
        LogEntry entry = parse(
                "<14>1 2026-11-21T07:59:36Z 10.0.1.17 app - - - level=info msg=\"" + value + "\" size=3");
        assertThat(entry.parser()).isEqualTo("key-value");
        assertThat(entry.fields()).containsEntry("size", 3L);
    }

    @Test
    void readsTheAppInstanceOfADrain() {
        LogEntry entry = parse("<14>1 2026-11-21T07:59:36Z org.space.shop 5a2b8c1e-0f4d-4c55-9d0e-5f0c1a2b3c4d"
                + " [APP/PROC/WEB/3] - - GET /");
        assertThat(entry.app()).isEqualTo(new LogEntry.AppSource("5a2b8c1e-0f4d-4c55-9d0e-5f0c1a2b3c4d", "shop",
                "space", "org", "APP/PROC/WEB", 3));
    }

    @Test
    void readsTheOldHeader() {
        LogEntry entry = parse("<13>Nov 21 07:24:01 mac-of-kim WeChat[9676]: hello");
        assertThat(entry.time()).isEqualTo(Instant.parse("2026-11-21T07:24:01Z"));
        assertThat(entry.syslog())
            .isEqualTo(new LogEntry.SyslogHeader(LogSeverity.NOTICE, 1, "mac-of-kim", "WeChat", "9676", ""));
        assertThat(entry.message()).isEqualTo("hello");
    }

    @Test
    void takesTheYearInWhichAnOldHeaderIsNearest() {
        Instant newYear = Instant.parse("2027-01-01T00:05:00Z");
        LogEntry entry = this.parser.parse("1", "10.0.0.1", newYear, raw("<13>Dec 31 23:59:59 h p: m"));
        assertThat(entry.time()).isEqualTo(Instant.parse("2026-12-31T23:59:59Z"));
    }

    @Test
    void keepsWhatFitsNothing() {
        LogEntry entry = parse("just words");
        assertThat(entry.message()).isEqualTo("just words");
        assertThat(entry.parser()).isEqualTo("raw");
        assertThat(entry.time()).isEqualTo(NOW);
        assertThat(entry.flags()).contains("no-syslog-header", "time-of-receipt");
    }

    @Test
    void replacesTimesOfWrongClocks() {
        assertThat(parse("<13>1 2036-11-21T07:59:36Z h p - - - m").flags()).contains("clock-ahead", "time-of-receipt");
        LogEntry old = parse("<13>1 1970-01-01T00:00:00Z h p - - - m");
        assertThat(old.time()).isEqualTo(NOW);
        assertThat(old.fields()).containsEntry("reported_time", "1970-01-01T00:00:00Z");
    }

    @Test
    void keepsStructuredDataThatCannotBeRead() {
        LogEntry entry = parse("<13>1 2026-11-21T07:59:36Z h p - - [x y z] m");
        assertThat(entry.message()).isEqualTo("[x y z] m");
        assertThat(entry.flags()).containsExactly("structured-data-unreadable");
    }

    @Test
    void readsInstancesWhoseValuesWereNotEscaped() {
        LogEntry entry = parse("<13>1 2026-11-21T07:59:36Z h p - - [instance@47450 director=\"my \"own\" one]\""
                + " deployment=\"\" group=\"g\" az=\"\" id=\"1\"] m");
        assertThat(entry.instance()).isEqualTo(new LogEntry.BoshInstance("my \"own\" one]", "", "g", "", "1"));
        assertThat(entry.message()).isEqualTo("m");
    }

    @Test
    void putsLineFeedsAndTabsBack() {
        assertThat(parse("<13>1 2026-11-21T07:59:36Z h p - - - java.lang.Error: no#012#011at A.b(A.java:1)").message())
            .isEqualTo("java.lang.Error: no\n\tat A.b(A.java:1)");
    }

    private LogEntry parse(String text) {
        return this.parser.parse("1", "10.0.1.17", NOW, raw(text));
    }

    private static SyslogParser.RawMessage raw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SyslogParser.RawMessage(bytes, 0, bytes.length);
    }

}
