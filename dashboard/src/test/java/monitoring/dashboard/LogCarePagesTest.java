package monitoring.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import monitoring.storage.log.DeadLetter;
import monitoring.storage.log.DeadLetterPage;
import monitoring.storage.log.DeadLetterQuery;
import monitoring.storage.log.DeadLetterStore;
import monitoring.storage.log.LogAuditCounts;
import monitoring.storage.log.LogAuditLine;
import monitoring.storage.log.LogAuditLine.Figure;
import monitoring.storage.log.LogAuditStore;
import monitoring.storage.log.LogEntry;
import monitoring.storage.log.LogSeverity;
import monitoring.storage.log.WriteResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What becomes of log lines: the dead letters and the books. */
@RunningDashboard
class LogCarePagesTest {

    private static final Instant HOUR = Instant.parse("2026-11-21T02:00:00Z");

    private final MockMvc mvc;

    @MockitoBean
    private DeadLetterStore letters;

    @MockitoBean
    private LogAuditStore audit;

    @Autowired
    LogCarePagesTest(WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @BeforeEach
    void fill() {
        given(this.letters.list(any())).willReturn(new DeadLetterPage(List.of(letter("a"), letter("b")), 120, "7|b"));
        given(this.letters.replay(any())).willReturn(List.of(new WriteResult("a", WriteResult.Outcome.KEPT, ""),
                new WriteResult("b", WriteResult.Outcome.REFUSED, "again")));
    }

    @Test
    void listWhatWasRefusedWithTheReason() throws Exception {
        MockHttpSession session = (MockHttpSession) this.mvc
            .perform(formLogin().user("admin").password("correct horse"))
            .andReturn()
            .getRequest()
            .getSession();
        assertThat(this.mvc.perform(get("/log/dead-letters?q=disk&peer=10.0.1.17").session(session))
            .andReturn()
            .getResponse()
            .getContentAsString())
            .contains("failed to parse field [@timestamp]", "line &lt;b&gt; of a", "10.0.1.17", "replay-all",
                    "after=7%7Cb")
            .doesNotContain("??");
        verify(this.letters).list(new DeadLetterQuery("disk", "10.0.1.17", 100, null));
    }

    @Test
    void offerNoReplayToAViewer() throws Exception {
        assertThat(body("/log/dead-letters", "VIEWER")).contains("line &lt;b&gt; of a").doesNotContain("/replay");
    }

    @Test
    void replayWhatIsChosenAndSayWhatCameOfIt() throws Exception {
        MvcResult result = this.mvc
            .perform(as(post("/log/dead-letters/replay").param("ids", "a", "b").with(csrf()), "VIEWER", "OPERATOR"))
            .andReturn();
        verify(this.letters).replay(List.of("a", "b"));
        assertThat(result.getResponse().getRedirectedUrl()).isEqualTo("/log/dead-letters");
        assertThat(result.getFlashMap().get("outcome")).hasToString("Outcome[taken=1, refused=1, later=0]");
        assertThat(this.mvc.perform(as(get("/log/dead-letters").flashAttrs(result.getFlashMap()), "VIEWER", "OPERATOR"))
            .andReturn()
            .getResponse()
            .getContentAsString()).contains("note bad");
    }

    @Test
    void replayAllThatFitTheFilterPageByPage() throws Exception {
        given(this.letters.list(new DeadLetterQuery("disk", "", 500, null)))
            .willReturn(new DeadLetterPage(List.of(letter("a")), 2, "7|a"));
        given(this.letters.list(new DeadLetterQuery("disk", "", 500, "7|a")))
            .willReturn(new DeadLetterPage(List.of(letter("b")), 2, null));
        this.mvc
            .perform(as(post("/log/dead-letters/replay-all").param("q", "disk").with(csrf()), "VIEWER", "OPERATOR"));
        verify(this.letters).replay(List.of("a", "b"));
    }

    @Test
    void sayWhetherTheBooksAddUp() throws Exception {
        given(this.audit.find(any())).willReturn(List.of(line("10.0.1.17", 1000, 990, 10)));
        assertThat(body("/log/audit", "VIEWER")).contains("note done", "10.0.1.17", "1,000", "990")
            .doesNotContain("s-critical", "??");
        given(this.audit.find(any()))
            .willReturn(List.of(line("10.0.1.17", 1000, 990, 10), line("10.0.1.18", 1000, 990, 9)));
        assertThat(body("/log/audit", "VIEWER")).contains("note bad", "s-critical", "2,000");
        assertThat(body("/log/audit?peer=10.0.1.17&hour=" + HOUR, "VIEWER")).contains("note done")
            .doesNotContain("10.0.1.18", "s-critical");
    }

    private String body(String path, String... roles) throws Exception {
        MvcResult result = this.mvc.perform(as(get(path), roles)).andReturn();
        assertThat(result.getResponse().getStatus()).as(path).isEqualTo(200);
        return result.getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, String... roles) {
        return request.with(user("kim").roles(roles));
    }

    private static DeadLetter letter(String id) {
        LogEntry entry = new LogEntry(id, HOUR, HOUR, "10.0.1.17", "line <b> of " + id,
                new LogEntry.SyslogHeader(LogSeverity.INFO, 1, "", "", "", ""), null, null, Map.of(), "raw", Set.of());
        return DeadLetter.refused(entry, "failed to parse field [@timestamp]", HOUR);
    }

    private static LogAuditLine line(String peer, long received, long indexed, long inFlight) {
        return new LogAuditLine("0f3c", HOUR, "relp", peer,
                new LogAuditCounts(Map.of(Figure.RECEIVED, received, Figure.ACKNOWLEDGED, received, Figure.JOURNALED,
                        received, Figure.INDEXED, indexed, Figure.IN_FLIGHT, inFlight)));
    }

}
