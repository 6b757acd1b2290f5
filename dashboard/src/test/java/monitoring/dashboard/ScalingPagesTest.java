package monitoring.dashboard;

import java.time.Instant;

import monitoring.storage.metric.Resource;
import monitoring.storage.scaling.ScalingDecision;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingStore;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:told;DB_CLOSE_DELAY=-1")
class ScalingPagesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final Browser admin;

    private final ScalingStore scaling;

    @Autowired
    ScalingPagesTest(WebApplicationContext context) throws Exception {
        this.admin = Browser.ofAdmin(context);
        this.scaling = context.getBean(ScalingStore.class);
    }

    @Test
    void sayUntilWhenAndSinceWhenAnAppIsNotScaled() throws Exception {
        ScalingDecision decision = new ScalingDecision("d-1", "app-1", "shop", ScalingDecision.Action.OUT, Resource.CPU,
                91.5, 80, 2, 3, AT);
        this.scaling.save(new ScalingEvent(decision, ScalingEvent.Outcome.FAILED, 0, "no", AT.plusSeconds(60)));
        assertThat(this.admin.get("/scaling?lang=en").getContentAsString()).contains("2026-11-21 11:11", "shop")
            .doesNotContain("since 2026-11-21");
        this.scaling.save(new ScalingEvent(decision, ScalingEvent.Outcome.FAILED, 0, "no", AT.plusSeconds(600)));
        assertThat(this.admin.get("/scaling?lang=en").getContentAsString()).contains("2026-11-21 11:20",
                "since 2026-11-21 11:10");
        assertThat(this.admin.get("/scaling?lang=ko").getContentAsString()).contains("2026-11-21 11:10:00부터");
    }

}
