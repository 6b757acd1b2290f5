package monitoring.dashboard.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class SessionTracesTest {

    private final SessionTraces traces = new SessionTraces();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0 | Edge, Windows",
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 | Firefox, Linux",
            "Mozilla/5.0 (Linux; Android 15; SM-S921N) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 | Chrome, Android",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1 | Safari, iPhone",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15 | Safari, macOS",
            "curl/8.5.0 | curl/8.5.0", "'' | ''" })
    void namesTheBrowser(String agent, String name) {
        assertThat(SessionTraces.browser(agent)).isEqualTo(name);
    }

    @Test
    void remembersTheLastRequestUntilTheSessionEnds() {
        MockHttpSession session = new MockHttpSession();
        this.traces.preHandle(request(session, "192.0.2.1"), new MockHttpServletResponse(), this);
        this.traces.preHandle(request(session, "192.0.2.2"), new MockHttpServletResponse(), this);
        assertThat(this.traces.of(session.getId())).isEqualTo(new SessionTraces.Trace("192.0.2.2", "curl/8.5.0"));
        this.traces.ended(new HttpSessionDestroyedEvent(session));
        assertThat(this.traces.of(session.getId())).isEqualTo(new SessionTraces.Trace("", ""));
    }

    @Test
    void remembersNobodyWhoIsNotSignedIn() {
        MockHttpSession session = new MockHttpSession();
        MockHttpServletRequest request = request(session, "192.0.2.1");
        request.setUserPrincipal(null);
        this.traces.preHandle(request, new MockHttpServletResponse(), this);
        assertThat(this.traces.of(session.getId()).address()).isEmpty();
    }

    private static MockHttpServletRequest request(MockHttpSession session, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/overview");
        request.setSession(session);
        request.setRemoteAddr(address);
        request.addHeader("User-Agent", "curl/8.5.0");
        request.setUserPrincipal(new TestingAuthenticationToken("kim", ""));
        return request;
    }

}
