package monitoring.dashboard.notification;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTargetsTest {

    private final WebhookTargets targets = new WebhookTargets(new NotificationProperties(false));

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1/", "http://localhost:8080/", "http://10.0.0.1/", "http://172.16.0.1/",
            "http://192.168.0.1/", "http://169.254.169.254/latest", "http://100.64.0.1/", "http://0.0.0.0/",
            "http://198.18.0.1/", "http://240.0.0.1/", "http://[::1]/", "http://[fd00::1]/", "http://[fe80::1]/",
            "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::1]/", "http://2130706433/",
            "http://0x7f000001/", "file:///etc/passwd", "gopher://203.0.113.1/", "http://user@203.0.113.1/", "http:///",
            "not-a-host" })
    void areNotInsideTheOwnNetwork(String address) {
        assertThat(this.targets.isAllowed(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://203.0.113.7/hook", "http://[2001:db8::1]/hook" })
    void areOutside(String address) {
        assertThat(this.targets.isAllowed(URI.create(address))).isTrue();
    }

    @Test
    void mayBeInsideWhereTheKeySaysSo() {
        assertThat(new WebhookTargets(new NotificationProperties(true)).isAllowed(URI.create("http://10.0.0.1/")))
            .isTrue();
    }

}
