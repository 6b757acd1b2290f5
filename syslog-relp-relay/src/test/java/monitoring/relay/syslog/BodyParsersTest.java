package monitoring.relay.syslog;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BodyParsersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private static final String HEADER = "<13>1 2026-11-21T07:59:36Z 10.0.1.17 %s rs2 - - ";

    private final SyslogParser parser = new SyslogParser(SyslogProperties.defaults());

    static Stream<Arguments> kinds() {
        return Stream.of(accesses(), blocks(), loggers()).flatMap(Function.identity());
    }

    private static Stream<Arguments> accesses() {
        return Stream.of(arguments("access",
                "10.2.0.9 - kim [20/Nov/2026:16:12:07 +0900] \"GET /find? key=82 HTTP/1.1\" 200 5 \"-\" \"curl/8\"",
                Map.of("client_ip", "10.2.0.9", "user", "kim", "method", "GET", "uri", "/find? key=82", "protocol",
                        "HTTP/1.1", "status", 200L, "bytes", 5L, "agent", "curl/8")),
                arguments("access",
                        "shop.example.net:443 10.2.0.9 - - [20/Nov/2026:16:12:07 +0000] \"\" 408 - \"-\" \"-\" \"-\"",
                        Map.of("vhost", "shop.example.net:443", "client_ip", "10.2.0.9", "status", 408L)),
                arguments("access",
                        "2001:db8::7, 10.2.0.1 10.2.0.9 - - [20/Nov/2026:16:12:07 +0000] \"POST /a HTTP/2.0\" 201 17 \"http://b/\" \"x\"",
                        Map.of("client_ip", "2001:db8::7", "referer", "http://b/", "bytes", 17L)),
                arguments("access",
                        "shop.example.net - [2026-11-21T07:59:35.123456789Z] \"GET /cart HTTP/1.1\" 502 0 67 \"-\" \"okhttp/4\""
                                + " \"10.0.9.1:3344\" \"10.0.20.3:61012\" x_forwarded_for:\"192.0.2.7\" vcap_request_id:\"0c8c\""
                                + " response_time:0.021 app_id:\"5a2b8c1e\" app_index:\"3\" x_cf_routererror:\"-\"",
                        Map.of("vhost", "shop.example.net", "status", 502L, "bytes", 67L, "bytes_received", 0L,
                                "backend_address", "10.0.20.3:61012", "response_time", 0.021, "app_id", "5a2b8c1e",
                                "app_index", 3L)),
                arguments("nginx-error",
                        "2026/11/20 18:59:01 [crit] 311#7: *2094 connect() to unix:/run/a.sock failed (2: No such file), retrying,"
                                + " while connecting to upstream, client: 10.1.1.9, server: , request: \"POST /a HTTP/1.1\","
                                + " upstream: \"http://unix:/run/a.sock:/a\", host: \"shop.  example.net\"",
                        Map.of("pid", 311L, "tid", 7L, "connection", 2094L, "errno", 2L, "client_ip", "10.1.1.9",
                                "request", "POST /a HTTP/1.1", "upstream", "http://unix:/run/a.sock:/a", "request_host",
                                "shop.  example.net")),
                arguments("apache-error",
                        "[Fri Nov 20 09:19:24.428126 2026] [proxy:error] [pid 77:tid 1397] [client 10.2.0.9:5530] AH00898: no answer, referer: http://a/b",
                        Map.of("module", "proxy", "pid", 77L, "client_ip", "10.2.0.9", "client_port", 5530L,
                                "errorcode", "AH00898", "referer", "http://a/b")),
                arguments("apache-error", "[Fri Nov 20 09:19:24 2026] [error] [client 10.2.0.9] File not found: /a",
                        Map.of("client_ip", "10.2.0.9", "error", "File not found: /a")),
                arguments("error-code",
                        "2026/11/20 18:59:01 :C:/srv/shop/cart.php:29 [thread:4] errorcode:20045 message:charge failed: card",
                        Map.of("file", "C:/srv/shop/cart.php", "line", 29L, "thread", 4L, "errorcode", 20045L, "error",
                                "charge failed: card")),
                arguments("mysql", "2026-11-20T14:25:02.8356Z 9 [Warning] [MY-010068] [Server] CA is self signed.",
                        Map.of("errorcode", "MY-010068", "subsystem", "Server", "thread", 9L)));
    }

    private static Stream<Arguments> blocks() {
        return Stream.of(
                arguments("glog", "E1120 15:04:22.619632 19524 rep/server.cc:253] cannot bind",
                        Map.of("file", "rep/server.cc", "line", 253L, "text", "cannot bind")),
                arguments("postgresql", "2026-11-20 13:02:58.095 UTC [885] ERROR:  no such table at character 6",
                        Map.of("pid", 885L, "error", "no such table at character 6")),
                arguments("zap",
                        "2026-11-20T22:09:20.856Z\terror\tqueue/send.go:12\tdropped\t{\"items\": 60, \"to\": {\"host\": \"a\"}}",
                        Map.of("file", "queue/send.go", "line", 12L, "items", 60L, "to.host", "a")),
                arguments("trace",
                        "[2026-11-20 10:28:12.772518]    [DEBUG] [260]  __TRACE_ID__:66135    __item__:[Cart:Add]_end__  request_id:17\tuser_id:124 context:a b c",
                        Map.of("thread", 260L, "trace_id", 66135L, "item", "Cart:Add", "request_id", 17L, "user_id",
                                124L, "context", "a b c")),
                arguments("key-colon",
                        "__FILE__:a/Index.cpp\n__LEVEL__:WARNING\n__LINE__:238\noffset:816103453552\nsaved_cursor:1469780553885742676\nseek count:62\nseek redo\nlog:pangu://a/b",
                        Map.of("file", "a/Index.cpp", "line", 238L, "saved_cursor", 1469780553885742676L, "seek count",
                                62L, "seek redo", true, "log", "pangu://a/b")),
                arguments("key-value", "type=KeyDown loc=(0,7) text=\"a \\\"b\\\" c\" size=18446744073709551615",
                        Map.of("type", "KeyDown", "loc", "(0,7)", "text", "a \"b\" c", "size", "18446744073709551615")),
                arguments("java",
                        "2026-11-20T08:00:01.123+09:00  WARN 17 --- [main] [http-nio-1] c.e.shop.CartController : slow: 3 s",
                        Map.of("pid", 17L, "logger", "c.e.shop.CartController", "text", "slow: 3 s")),
                arguments("python", "2026-11-20 22:59:27,672:ERROR:no\n  way", Map.of("text", "no\n  way")),
                arguments("registration", "2026-11-20 19:00:00 e41234ab342ef034,102,5k4d,467",
                        Map.of("session", "e41234ab342ef034", "source", 102L, "ref", "5k4d", "params", 467L)));
    }

    private static Stream<Arguments> loggers() {
        return Stream.of(arguments("link", "http://shop.example.net/login?source=10&ref=k%20d", Map
            .of("query.source", "10", "query.ref", "k d")), arguments("uwsgi",
                    "[pid: 88|app: 0|req: 1/1] 10.0.0.1 () {38 vars in 696 bytes} [Fri Nov 20 22:49:12 2026] POST /m => generated 47 bytes in 129 msecs (HTTP/1.1 200) 9 headers",
                    Map.of("status", 200L, "milliseconds", 129L, "uri", "/m")),
                arguments("laravel", "[2026-11-20 18:19:32] local.ERROR: no class", Map.of("environment", "local")),
                arguments("vpxd",
                        "2026-11-20T11:58:12.193Z info vpxd[457] [Originator@6876 sub=vpxLro opID=7e] [V] -- BEGIN",
                        Map.of("sub", "vpxLro", "opID", "7e")),
                arguments("vdsm", "MainThread::ERROR::2026-11-20 07:04:56,300::vdsm::74::vds::(run) failed",
                        Map.of("module", "vdsm", "line", 74L)),
                arguments("slow-query",
                        "# Time: 2026-11-20T23:45:57.6Z\n# User@Host: own[own] @ localhost []  Id:     2\n# Query_time: 0.011  Rows_sent: 268\nSET timestamp=1;\nSELECT 1;",
                        Map.of("query_time", 0.011, "rows_sent", 268L, "query", "SELECT 1;")),
                arguments("json",
                        "{\"time\":1795161575123,\"level\":40,\"msg\":\"m\",\"big\":123456789012345678901234567890}",
                        Map.of("big", new BigInteger("123456789012345678901234567890"))),
                arguments("raw", "{\"time\":\"2026\", broken", Map.of()), arguments("raw", "plain words", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesOutTheFieldsOfEachKind(String kind, String message, Map<String, Object> fields) {
        LogEntry entry = parse("program", message);
        assertThat(entry.parser()).isEqualTo(kind);
        assertThat(entry.fields()).containsAllEntriesOf(fields);
    }

    @Test
    void takesTheSeverityOutOfTheBody() {
        assertThat(parse("p", "2026/11/20 18:59:01 [crit] 311#7: no").syslog().severity())
            .isEqualTo(LogSeverity.CRITICAL);
        assertThat(parse("p", "{\"log_level\":2,\"message\":\"m\"}").syslog().severity()).isEqualTo(LogSeverity.ERROR);
    }

    @Test
    void prefersTheExactTimeOfTheBody() {
        assertThat(parse("p", "{\"timestamp\":\"1795247975.5\",\"message\":\"m\"}").time())
            .isEqualTo(Instant.ofEpochMilli(1795247975500L));
        LogEntry old = parse("p", "{\"timestamp\":\"2001-01-01T00:00:00Z\",\"message\":\"m\"}");
        assertThat(old.time()).isEqualTo(Instant.parse("2026-11-21T07:59:36Z"));
        assertThat(old.fields()).containsEntry("reported_time", "2001-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masksSecrets(String message, String masked) {
        assertThat(parse("p", message).message()).isEqualTo(masked);
    }

    static Stream<Arguments> secrets() {
        return Stream.of(arguments("login password=hunter2 ok", "login password=*** ok"),
                arguments("Authorization: Bearer abc.def.ghijk", "Authorization: *** ***"),
                arguments("sent bearer abcdefghijkl to uaa", "sent bearer *** to uaa"),
                arguments("jdbc:mysql://root:geheim@10.0.0.1/db", "jdbc:mysql://root:***@10.0.0.1/db"),
                arguments("env VCAP_SERVICES={\"mysql\":[{\"password\":\"x\"}]}", "env VCAP_SERVICES=\"***\""),
                arguments("{client_secret: 'x y', a: 1}", "{client_secret: '***', a: 1}"));
    }

    @Test
    void masksSecretsInsideJson() {
        LogEntry entry = parse("p", "{\"message\":\"m\",\"data\":{\"api_key\":\"k\\\"1\",\"b\":2}}");
        assertThat(entry.fields()).containsEntry("data.api_key", "***").containsEntry("data.b", 2L);
    }

    @Test
    void joinsTheLinesOfAStackTrace() {
        List<LogEntry> entries = new ArrayList<>();
        EventJoiner joiner = new EventJoiner(this.parser);
        joiner.add(parse("shop", "before"), entries);
        joiner.add(parse("shop", "2026-11-20 08:00:01 ERROR [x] a.B : a.b.CartException: empty"), entries);
        joiner.add(parse("shop", "\tat a.b.Cart.add(Cart.java:12)"), entries);
        joiner.add(parse("other", "\tat c.D.e(D.java:1)"), entries);
        joiner.add(parse("shop", "after"), entries);
        joiner.finish(entries);
        assertThat(entries).hasSize(4);
        assertThat(entries.get(1).message()).endsWith("empty\n\tat a.b.Cart.add(Cart.java:12)");
    }

    @Test
    void namesTheExceptionAndItsCause() {
        LogEntry entry = parse("shop",
                "a.b.CartException: empty#012#011at a.b.Cart.add(Cart.java:12)#012Caused by: java.io.IOException: gone#012#011... 3 more");
        assertThat(entry.parser()).isEqualTo("stack-trace");
        assertThat(entry.fields()).containsEntry("exception", "a.b.CartException")
            .containsEntry("exception_message", "empty")
            .containsEntry("cause", "java.io.IOException");
        assertThat(entry.syslog().severity()).isEqualTo(LogSeverity.ERROR);
    }

    @Test
    void keepsFieldsBeyondTheLimitInOneText() {
        StringBuilder json = new StringBuilder("{\"message\":\"m\"");
        for (int i = 0; i < 300; i++) {
            json.append(",\"k").append(i).append("\":").append(i);
        }
        LogEntry entry = parse("p", json.append('}').toString());
        assertThat(entry.fields()).hasSize(201);
        String more = entry.fields().get(Draft.OVERFLOW).toString();
        assertThat(more).startsWith("k200=200 k201=201 ").endsWith("k299=299");
        assertThat(entry.flags()).contains("too-many-fields");
        assertThat(this.parser.extend(entry, "m\n\tat a.B.c(B.java:1)").fields()).containsEntry(Draft.OVERFLOW, more);
    }

    /** Broken copies of all kinds; a seed gives the same ones again. */
    @Test
    void survivesBrokenMessages() {
        Random random = new Random(20261121);
        List<String> kinds = kinds().map((kind) -> HEADER.formatted("p") + kind.get()[1]).toList();
        int rounds = Integer.getInteger("fuzz.messages", 100_000);
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = kinds.get(random.nextInt(kinds.size())).getBytes(StandardCharsets.UTF_8);
            for (int breaks = random.nextInt(6); breaks >= 0; breaks--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int start = random.nextInt(4) * random.nextInt(bytes.length) / 4;
            LogEntry entry = this.parser.parse("1", "p", NOW,
                    new SyslogParser.RawMessage(bytes, start, random.nextInt(bytes.length - start + 1)));
            assertThat(entry.flags()).doesNotContain("parse-failed");
        }
    }

    private LogEntry parse(String program, String message) {
        byte[] bytes = (HEADER.formatted(program) + message).getBytes(StandardCharsets.UTF_8);
        return this.parser.parse("1", "10.0.1.17", NOW, new SyslogParser.RawMessage(bytes, 0, bytes.length));
    }

}
