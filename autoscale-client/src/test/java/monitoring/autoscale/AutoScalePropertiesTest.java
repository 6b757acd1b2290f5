package monitoring.autoscale;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AutoScalePropertiesTest {

    @Test
    void asksPaastasServerOnThisMachineByDefault() {
        AutoScaleProperties defaults = AutoScaleProperties.defaults();
        assertThat(defaults.dialect()).isEqualTo(AutoScaleProperties.Dialect.PAASTA);
        assertThat(defaults.url()).isEqualTo(URI.create("http://127.0.0.1:8446"));
        assertThat(defaults.path()).isEqualTo("/external/app/updateApp");
        assertThat(defaults.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(defaults.readTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void namesTheKeyOfAWrongValue() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new AutoScaleProperties(null, URI.create("portal:80"), null, null, null, null, null))
            .withMessage("autoscale.url: portal:80 (expected: http://host or https://host)");
        assertThatIllegalArgumentException().isThrownBy(
                () -> new AutoScaleProperties(AutoScaleProperties.Dialect.CF_V3, null, null, null, null, null, null))
            .withMessageStartingWith("autoscale.uaa.url: none");
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new AutoScaleProperties(null, null, null, null, null, Duration.ZERO, null))
            .withMessage("autoscale.connect-timeout: PT0S (expected: > 0s)");
    }

    @Test
    void refusesPaastasInvisibleCharacterInThePath() {
        assertThatIllegalArgumentException()
            .isThrownBy(
                    () -> new AutoScaleProperties(null, null, "/external/app/updateApp\u200b", null, null, null, null))
            .withMessageStartingWith("autoscale.path: ");
    }

    @Test
    void printsNoSecret() {
        URI url = URI.create("https://uaa.example.net");
        AutoScaleProperties.Uaa uaa = new AutoScaleProperties.Uaa(url, "admin", "hidden", null, "hidden");
        assertThat(uaa.toString()).doesNotContain("hidden");
        assertThat(new AutoScaleProperties(null, url, null, "Basic hidden", uaa, null, null).toString())
            .doesNotContain("hidden");
    }

}
