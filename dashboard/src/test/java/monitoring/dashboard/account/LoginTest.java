package monitoring.dashboard.account;

import java.time.Duration;

import monitoring.dashboard.HandClock;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LoginTest {

    private final HandClock clock = new HandClock();

    private final LoginThrottle throttle = new LoginThrottle(new AccountProperties.Login(3, Duration.ofSeconds(30)),
            this.clock);

    @Test
    void letsThreeWrongPasswordsThroughThenWaits() throws Exception {
        fail(2);
        assertThat(isLetThrough("kim")).isTrue();
        fail(1);
        assertThat(isLetThrough("kim")).isFalse();
        assertThat(isLetThrough("lee")).isTrue();
        this.clock.forward(Duration.ofSeconds(31));
        assertThat(isLetThrough("kim")).isTrue();
    }

    @Test
    void waitsTwiceAsLongAfterEachFurtherOne() throws Exception {
        fail(4);
        this.clock.forward(Duration.ofSeconds(31));
        assertThat(isLetThrough("kim")).isFalse();
        this.clock.forward(Duration.ofSeconds(30));
        assertThat(isLetThrough("kim")).isTrue();
    }

    @Test
    void waitsAQuarterOfAnHourAtMost() throws Exception {
        fail(60);
        this.clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(isLetThrough("kim")).isTrue();
    }

    @Test
    void forgetsWhenTheRightOneCame() throws Exception {
        fail(2);
        this.throttle.succeeded(request("kim"));
        fail(2);
        assertThat(isLetThrough("kim")).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            this.throttle.failed(request("kim"));
        }
    }

    private boolean isLetThrough(String name) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        this.throttle.doFilter(request(name), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest request(String name) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setServletPath("/login");
        request.setParameter("username", name);
        return request;
    }

}
