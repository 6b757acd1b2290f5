package monitoring.dashboard;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.account.Role;
import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogPage;
import monitoring.storage.log.LogQuery;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.LogStore;
import monitoring.storage.log.LogStoreException;
import monitoring.storage.log.WriteResult;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.context.WebApplicationContext;

import static monitoring.dashboard.Program.json;
import static monitoring.dashboard.Program.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;

/** What programs do with log lines as a file, with dead letters and the books. */
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:logapi;DB_CLOSE_DELAY=-1")
class LogApiTest {

    private static final Instant HOUR = Instant.parse("2026-11-21T02:00:00Z");

    private static final String LETTERS = "/api/v1/logs/dead-letters";

    private final Program operator;

    private final Program viewer;

    private final Program bound;

    private final Program administrator;

    @MockitoBean
    private LogStore logs;

    @MockitoBean
    private DeadLetterStore letters;

    @MockitoBean
    private LogAuditStore audit;

    @Autowired
    LogApiTest(WebApplicationContext context) {
        this.operator = Program.as(Role.OPERATOR, context);
        this.viewer = Program.as(Role.VIEWER, context);
        this.bound = Program.as(Role.VIEWER, context, "finance");
        this.administrator = Program.as(Role.ADMINISTRATOR, context);
    }

    @Test
    void giveTheLinesOfASearchAsAFile() throws Exception {
        given(this.logs.search(any()))
            .willReturn(new LogPage(List.of(new LogPage.Hit(entry("a"), List.of())), 1, null));
        MockHttpServletResponse file = this.bound.get("/api/v1/logs/export?q=disk&format=ndjson");
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getContentType()).startsWith("application/x-ndjson");
        assertThat(file.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"logs.ndjson\"");
        assertThat(file.getContentAsString()).startsWith("{\"time\":\"2026-11-21T02:00:00Z\"").endsWith("}\n");
        ArgumentCaptor<LogQuery> asked = ArgumentCaptor.forClass(LogQuery.class);
        verify(this.logs).search(asked.capture());
        assertThat(asked.getValue().organizations()).containsExactly("finance");
        assertThat(problem(this.viewer.get("/api/v1/logs/export?format=xls"), 400))
            .isEqualTo("format: xls (expected: csv or ndjson)");
    }

    @Test
    void listDeadLettersByTheirCursorAndWriteThemAgain() throws Exception {
        given(this.letters.list(any())).willReturn(new DeadLetterPage(
                List.of(DeadLetter.refused(entry("a"), "failed to parse field [@timestamp]", HOUR)), 120, "7|b"));
        given(this.letters.replay(any())).willReturn(List.of(new WriteResult("a", WriteResult.Outcome.KEPT, ""),
                new WriteResult("b", WriteResult.Outcome.REFUSED, "again")));
        JsonNode page = this.viewer.read(LETTERS + "?q=disk&peer=10.0.1.17&size=20&after=6%7Ca");
        verify(this.letters).list(new DeadLetterQuery("disk", "10.0.1.17", 20, "6|a"));
        assertThat(page.get("next").asString()).isEqualTo("7|b");
        assertThat(page.get("total").asInt()).isEqualTo(120);
        assertThat(page.at("/items/0/reason").asString()).contains("failed to parse");
        assertThat(page.at("/items/0/entry/id").asString()).isEqualTo("a");
        assertThat(this.bound.get(LETTERS).getStatus()).isEqualTo(403);
        assertThat(this.viewer.post(LETTERS + "/replay", "{\"ids\": [\"a\"]}").getStatus()).isEqualTo(403);
        assertThat(problem(this.operator.post(LETTERS + "/replay", "{}"), 400)).contains("ids: 0 ids");
        assertThat(json(this.operator.post(LETTERS + "/replay", "{\"ids\": [\"a\", \"b\"]}"), 200).toString())
            .isEqualTo("{\"taken\":1,\"refused\":1,\"later\":0}");
        verify(this.letters).replay(List.of("a", "b"));
        assertThat(this.administrator.get("/api/v1/audit").getContentAsString()).contains("dead-letters.replay",
                "chosen=2 taken=1 refused=1 later=0");
    }

    @Test
    void auditAlsoWhatTheStoreRefusedHalfWay() throws Exception {
        given(this.letters.list(any()))
            .willReturn(new DeadLetterPage(List.of(DeadLetter.refused(entry("a"), "reason", HOUR)), 1, null));
        given(this.letters.replay(any()))
            .willThrow(LogStoreException.rejected(URI.create("http://10.0.1.9:9200"), 400, "too many"));
        assertThat(problem(this.operator.post(LETTERS + "/replay-all", "{\"q\": \"half\"}"), 400)).contains("too many");
        assertThat(this.administrator.get("/api/v1/audit").getContentAsString()).contains("words=half", "failure=");
    }

    @Test
    void sumUpTheBooks() throws Exception {
        given(this.audit.find(any())).willReturn(List.of(line("10.0.1.17", 1000), line("10.0.1.18", 500)));
        JsonNode books = this.viewer.read("/api/v1/logs/audit?hour=2026-11-21T02:00:00Z");
        assertThat(books.at("/total/figures/RECEIVED").asLong()).isEqualTo(1500);
        assertThat(books.at("/hours/0/key/hour").asString()).isEqualTo("2026-11-21T02:00:00Z");
        assertThat(books.get("peers")).hasSize(2);
        assertThat(books.get("complete").asBoolean()).isTrue();
        assertThat(this.viewer.read("/api/v1/logs/audit?peer=10.0.1.18").at("/total/figures/RECEIVED").asLong())
            .isEqualTo(500);
        assertThat(this.bound.get("/api/v1/logs/audit").getStatus()).isEqualTo(403);
        assertThat(problem(this.viewer.get("/api/v1/logs/audit?hour=x"), 400)).contains("hour: x");
    }

    private static LogEntry entry(String id) {
        return new LogEntry(id, HOUR, HOUR, "10.0.1.17", "line of " + id,
                new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "", "", "", ""), null, null, Map.of(), "raw", Set.of());
    }

    private static LogAuditLine line(String peer, long received) {
        return new LogAuditLine("0f3c", HOUR, "relp", peer, new LogAuditCounts(Map.of(Figure.RECEIVED, received,
                Figure.ACKNOWLEDGED, received, Figure.JOURNALED, received, Figure.INDEXED, received)));
    }

}
