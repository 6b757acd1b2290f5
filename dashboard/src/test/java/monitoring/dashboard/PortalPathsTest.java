package monitoring.dashboard;

import java.time.Instant;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@RunningDashboard
@TestPropertySource(properties = { "dashboard.portal.token=0123456789abcdef",
        "spring.datasource.url=jdbc:h2:mem:portal;DB_CLOSE_DELAY=-1" })
class PortalPathsTest {

    private static final String POLICY = """
            {"appGuid": "app-1", "instanceMinCnt": 1, "instanceMaxCnt": 4, "instanceVariationUnit": 2,
             "cpuMinThreshold": 20, "cpuMaxThreshold": %s, "memoryMinThreshold": 20, "memoryMaxThreshold": 80,
             "measureTimeSec": 120, "autoScalingOutYn": "Y", "autoScalingInYn": "N", "autoScalingCpuYn": "Y",
             "autoScalingMemoryYn": "N"}""";

    private static final String ALARM = """
            {"appGuid": "app-1", "cpuWarningThreshold": 70, "cpuCriticalThreshold": 80, "memoryWarningThreshold": 70,
             "memoryCriticalThreshold": %s, "measureTimeSec": 120, "email": "owner@example.org", "emailSendYn": "Y",
             "alarmUseYn": "Y"}""";

    private static final Instant AT = Instant.parse("2026-11-21T02:10:00Z");

    private final MockMvc mvc;

    private final AlarmStore alarms;

    @Autowired
    PortalPathsTest(WebApplicationContext context, AlarmStore alarms) {
        this.alarms = alarms;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void keepAScalingPolicyAndGiveItBack() throws Exception {
        assertThat(send("/v2/paas/app/autoscaling/policy", POLICY.formatted(75)).getContentAsString())
            .isEqualTo("{\"status\":\"success\",\"message\":\"\"}");
        assertThat(ask("/v2/paas/app/autoscaling/policy?appGuid=app-1").getContentAsString()).contains(
                "\"cpuMaxThreshold\":75", "\"instanceVariationUnit\":2", "\"autoScalingInYn\":\"N\"",
                "\"measureTimeSec\":120");
    }

    @ParameterizedTest
    @ValueSource(strings = { "100", "20", "\"x\"", "null", "-1" })
    void refuseAScalingPolicyOutOfRange(String value) throws Exception {
        MockHttpServletResponse answer = send("/v2/paas/app/autoscaling/policy", POLICY.formatted(value));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("\"fail\"", "cpuMaxThreshold");
    }

    @Test
    void keepAnAlarmPolicyAndForgetBoth() throws Exception {
        assertThat(send("/v2/paas/app/alarm/policy", ALARM.formatted(90)).getStatus()).isEqualTo(200);
        assertThat(ask("/v2/paas/app/alarm/policy?appGuid=app-1").getContentAsString())
            .contains("\"memoryCriticalThreshold\":90", "owner@example.org");
        assertThat(send("/v2/paas/app/alarm/policy", ALARM.formatted(60)).getStatus()).isEqualTo(400);
        assertThat(forget("app-1")).isEqualTo("{\"status\":\"success\",\"message\":\"\"}");
        assertThat(ask("/v2/paas/app/alarm/policy?appGuid=app-1").getContentAsString()).isEqualTo("{}");
        assertThat(ask("/v2/paas/app/autoscaling/policy?appGuid=app-1").getContentAsString()).isEqualTo("{}");
    }

    @Test
    void tellTheAlarmsOfAnAppByPageAndFilter() throws Exception {
        for (int number = 0; number < 3; number++) {
            this.alarms.save(alarm("app-1", number, (number == 2) ? Resource.MEMORY : Resource.CPU,
                    (number == 1) ? Severity.WARNING : Severity.CRITICAL));
        }
        assertThat(list("&pageIndex=1&pageItems=2")).startsWith("{\"pageIndex\":1,\"pageItem\":2,\"totalCount\":3,")
            .contains("\"appGuid\":\"app-1\",\"appIdx\":\"2\",\"appName\":\"shop\",\"resourceType\":\"memory\"",
                    "\"alarmLevel\":\"critical\"", "\"regDate\":\"2026-11-21 11:12:00\"", "\"appIdx\":\"1\"")
            .doesNotContain("\"appIdx\":\"0\"");
        assertThat(list("&pageIndex=2&pageItems=2")).contains("\"appIdx\":\"0\"").doesNotContain("\"appIdx\":\"1\"");
        assertThat(list("&pageIndex=1&pageItems=9&resourceType=cpu&alarmLevel=warning")).contains("\"totalCount\":1,",
                "\"appIdx\":\"1\"");
        assertThat(list("&pageIndex=1&pageItems=9&searchDateFrom=" + AT.plusSeconds(60).toEpochMilli()
                + "&searchDateTo=" + AT.plusSeconds(60).toEpochMilli()))
            .contains("\"totalCount\":1,", "\"appIdx\":\"1\"");
    }

    @Test
    void forgetTheListWithThePoliciesButNotTheAlarms() throws Exception {
        Alarm alarm = this.alarms.save(alarm("app-9", 0, Resource.CPU, Severity.CRITICAL));
        String list = "/v2/paas/app/alarm/list?appGuid=app-9&pageIndex=1&pageItems=9";
        assertThat(ask(list).getContentAsString()).contains("\"totalCount\":1,");
        forget("app-8");
        assertThat(ask(list).getContentAsString()).contains("\"totalCount\":1,");
        forget("app-9");
        assertThat(ask(list).getContentAsString()).contains("\"totalCount\":0,");
        assertThat(this.alarms.find(alarm.id())).isPresent();
    }

    private String forget(String guid) throws Exception {
        MockHttpServletResponse answer = this.mvc
            .perform(delete("/v2/paas/app/policy/" + guid).header("Authorization", "Bearer 0123456789abcdef"))
            .andReturn()
            .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static Alarm alarm(String app, int number, Resource resource, Severity severity) {
        AlarmTarget target = new AlarmTarget(Origin.APP, app + "/" + number, "shop[" + number + "]", "10.0.1.3",
                "org/space", "z1", app);
        Instant raised = AT.plusSeconds(60L * number);
        return new Alarm("", target, resource, severity, AlarmState.RAISED, new Alarm.Reading(93.1, 90, raised),
                new Alarm.Progress(raised, raised, null, null, null, 1, 0, null), null);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&pageIndex=0&pageItems=5", "&pageIndex=1&pageItems=5000", "&pageIndex=1",
            "&pageIndex=1&pageItems=5&searchDateFrom=x&searchDateTo=5",
            "&pageIndex=1&pageItems=5&searchDateFrom=6&searchDateTo=5" })
    void refuseAListThatIsAskedForInAWrongWay(String rest) throws Exception {
        assertThat(ask("/v2/paas/app/alarm/list?appGuid=app-1" + rest).getStatus()).isEqualTo(400);
    }

    private String list(String rest) throws Exception {
        return ask("/v2/paas/app/alarm/list?appGuid=app-1" + rest).getContentAsString();
    }

    @Test
    void areClosedWithoutTheToken() throws Exception {
        String path = "/v2/paas/app/autoscaling/policy?appGuid=app-1";
        assertThat(this.mvc.perform(get(path)).andReturn().getResponse().getStatus()).isEqualTo(401);
        assertThat(this.mvc.perform(get(path).header("Authorization", "Bearer wrong"))
            .andReturn()
            .getResponse()
            .getStatus()).isEqualTo(401);
        assertThat(this.mvc.perform(delete("/v2/paas/app/policy/app-1")).andReturn().getResponse().getStatus())
            .isEqualTo(401);
    }

    private MockHttpServletResponse send(String path, String body) throws Exception {
        return this.mvc
            .perform(post(path).header("Authorization", "Bearer 0123456789abcdef")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body))
            .andReturn()
            .getResponse();
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return this.mvc.perform(get(path).header("Authorization", "Bearer 0123456789abcdef")).andReturn().getResponse();
    }

}
