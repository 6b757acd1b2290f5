package monitoring.dashboard.account;

import java.time.Duration;

import monitoring.localservers.HandClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LoginTest {

    private final HandClock clock = new HandClock();

    private final LoginThrottle throttle = new LoginThrottle(new AccountProperties.Login(3, 20, Duration.ofSeconds(30)),
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

    @ParameterizedTest
    @ValueSource(strings = { "kim ", "  kim", "\tkim\t", "KIM", "k\u00edm", "kim\u3000" })
    void takesOtherSpellingsOfAnAccountForTheSame(String spelling) throws Exception {
        fail(2);
        this.throttle.failed(request(spelling));
        assertThat(isLetThrough("kim")).isFalse();
        assertThat(isLetThrough(spelling)).isFalse();
    }

    @Test
    void keepsNoLongNames() throws Exception {
        for (int i = 0; i < 3; i++) {
            this.throttle.failed(request("x".repeat(5_000) + i));
        }
        assertThat(isLetThrough("x".repeat(5_000))).isFalse();
    }

    @Test
    void slowsAnAddressThatTriesManyNames() throws Exception {
        for (int i = 0; i < 19; i++) {
            this.throttle.failed(request("user" + i));
        }
        assertThat(isLetThrough("kim")).isTrue();
        this.throttle.failed(request("user19"));
        assertThat(isLetThrough("kim")).isFalse();
        MockHttpServletRequest elsewhere = request("kim");
        elsewhere.setRemoteAddr("192.0.2.7");
        assertThat(isLetThrough(elsewhere)).isTrue();
    }

    @Test
    void letsSuchAnAddressTryOnceAPauseAndForgetsInTime() throws Exception {
        for (int i = 0; i < 20; i++) {
            this.throttle.failed(request("user" + i));
        }
        this.clock.forward(Duration.ofSeconds(45));
        assertThat(isLetThrough("kim")).isTrue();
        this.throttle.failed(request("kim"));
        assertThat(isLetThrough("lee")).isFalse();
        // the half of a pause before the last one counts
        this.clock.forward(Duration.ofSeconds(15));
        assertThat(isLetThrough("lee")).isTrue();
        this.clock.forward(Duration.ofMinutes(10));
        fail(1);
        assertThat(isLetThrough("lee")).isTrue();
    }

    @Test
    void forgetsNothingOfAnAddressWhenSomebodySignsIn() throws Exception {
        for (int i = 0; i < 20; i++) {
            this.throttle.failed(request("user" + i));
        }
        this.throttle.succeeded(request("own"));
        assertThat(isLetThrough("kim")).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            this.throttle.failed(request("kim"));
        }
    }

    private boolean isLetThrough(String name) throws Exception {
        return isLetThrough(request(name));
    }

    private boolean isLetThrough(MockHttpServletRequest request) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        this.throttle.doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest request(String name) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setServletPath("/login");
        request.setParameter("username", name);
        return request;
    }

}
