package monitoring.relay.syslog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import monitoring.relay.Breaker;
import monitoring.storage.log.LogEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken messages of all kinds: none fails, none is lost. More of them with
 * {@code -Dfuzz.messages=10000000 -Dfuzz.seed=...}.
 */
class SyslogFuzzTest {

    private static final int MESSAGES = Integer.getInteger("fuzz.messages", 100_000);

    private static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final List<String> KINDS = List
        .of("<14>1 2026-02-03T04:05:06.789012+00:00 10.0.1.17 rep rs2 - [instance@47450 director=\"bosh\""
                + " deployment=\"cf\" group=\"cell\" az=\"z1\" id=\"83bd\"] {\"level\":\"info\",\"n\":9007199254740993}",
                "<13>Aug 31 11:07:24 host app[9676]: setup type=KeyDown loc=(0,703) text=\"a b\"",
                "<14>1 2026-02-03T04:05:06Z h 2c2dd8a1 [APP/PROC/WEB/0] - [tags@47450 app_name=\"shop\"] hello",
                "<14>1 - h gorouter - - - shop.example.net - [2026-02-03T04:05:06.000Z] \"GET /a?b=c HTTP/1.1\" 200 0 12"
                        + " \"-\" \"curl/8\" \"10.0.0.1:1\" \"10.0.0.2:2\" x_forwarded_for:\"1.2.3.4\" response_time:0.1",
                "10.1.168.193 - - [01/Mar/2012:16:12:07 +0800] \"GET /Send? Key=8 HTTP/1.1\" 200 5 \"-\" \"Mozilla\"",
                "2026/02/03 04:05:06 [error] 26671#0: *2 connect() failed (111: Connection refused), client: 10.1.1.1,"
                        + " server: , request: \"POST / HTTP/1.1\", upstream: \"fastcgi://unix:/tmp/f:\", host: \"h\"",
                "[Tue Feb 03 04:05:06.123456 2026] [core:error] [pid 1:tid 2] [client 10.0.0.1:80] AH00001: no",
                "2026/02/03 04:05:06 :/var/www/a.php:329 [thread:1] errorcode:20045 message:failed: account",
                "__FILE__:a.cc\n__LEVEL__:WARNING\n__LINE__:238\nseek count:62900\nlog:pangu://a/b",
                "[2026-02-03 04:05:06.772518]\t[DEBUG]\t[26064]\t__TRACE_ID__:66 __item__:[C:f]_end__ a:1 b:2",
                "java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\nCaused by: x.Y: z\n\tat d.E.f(E.java:2)",
                "password=hunter2 token: Bearer abcdef {\"a\":{\"b\":[1,2,{\"c\":null}]}}");

    private final SyslogParser parser = new SyslogParser(
            new SyslogProperties(ZoneOffset.UTC, Duration.ofDays(30), Duration.ofHours(1), 200, List.of()));

    @Test
    void neitherFailsNorLosesAMessage() {
        Random random = new Random(SEED);
        Breaker breaker = new Breaker(SEED);
        List<byte[]> kinds = KINDS.stream().map((kind) -> kind.getBytes(StandardCharsets.UTF_8)).toList();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] bytes = breaker.copy(kinds.get(random.nextInt(kinds.size())));
            LogEntry entry = this.parser.parse("1", "10.0.0.1", NOW,
                    new SyslogParser.RawMessage(bytes, 0, bytes.length));
            assertThat(entry.flags()).as(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("parse-failed");
        }
    }

}
