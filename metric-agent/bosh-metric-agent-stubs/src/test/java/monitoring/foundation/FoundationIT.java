package monitoring.foundation;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import monitoring.foundation.agents.LiveAgents;
import monitoring.foundation.layout.Layout;
import monitoring.localservers.InfluxExtension;
import monitoring.storage.alarm.AlarmQuery;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmStore;
import monitoring.storage.alarm.IncidentStore;
import monitoring.storage.metric.MetricStore;
import monitoring.storage.metric.MetricWindow;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.TimeRange;
import monitoring.storage.metric.UsageSeries;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.scaling.ScalingStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class FoundationIT {

    @RegisterExtension
    static final InfluxExtension influx = new InfluxExtension();

    @TempDir
    private Path folder;

    @Test
    void agentsAndApisTellOfTheSameFoundation() throws Exception {
        try (RunningFoundation foundation = new RunningFoundation(influx.url(), this.folder)) {
            Awaitility.await().until(foundation.bean(LiveAgents.class)::isWriting);
            assertThat(usage(foundation, Origin.VM)).isEqualTo(40);
            assertThat(foundation.statusWithoutLogin("director", "/info")).isEqualTo(200);
            assertThat(foundation.statusWithoutLogin("director", "/deployments")).isEqualTo(401);
            assertThat(foundation.get("director", "/events?after_time=0").path(0).path("object_type").asString())
                .isEqualTo("deployment");
            assertThat(foundation.statusWithoutLogin("cloud-controller", "/v3/apps")).isEqualTo(401);

            int vms = 0;
            for (JsonNode deployment : foundation.get("director", "/deployments")) {
                vms += instances(foundation, deployment.path("name").asString()).size();
            }
            assertThat(vms).isEqualTo(40);

            JsonNode apps = foundation.get("cloud-controller", "/v3/apps?per_page=20&include=space.organization");
            assertThat(apps.at("/resources").size()).isEqualTo(20);
            assertThat(apps.at("/pagination/next/href").asString()).contains("page=2", "per_page=20");
            assertThat(apps.at("/included/spaces/0/name").asString()).isNotEmpty();
            assertThat(apps.at("/included/organizations/0/name").asString()).isNotEmpty();
        }
    }

    private static List<JsonNode> instances(RunningFoundation foundation, String deployment) {
        HttpResponse<String> start = foundation.call("director", "GET",
                "/deployments/" + deployment + "/instances?format=full", "");
        assertThat(start.statusCode()).isEqualTo(302);
        String task = start.headers().firstValue("Location").orElseThrow();
        Awaitility.await().until(() -> foundation.get("director", task).path("state").asString().equals("done"));
        return RunningFoundation.lines(foundation.call("director", "GET", task + "/output?type=result", ""));
    }

    private static int usage(RunningFoundation foundation, Origin origin) {
        TimeRange range = TimeRange.before(Instant.now().plusSeconds(1), Duration.ofMinutes(1));
        return foundation.bean(MetricStore.class).usage(new MetricWindow(origin, Resource.MEMORY, range)).size();
    }

    @Test
    void anAppStaysScaledAfterARestart() {
        String guid;
        try (RunningFoundation foundation = new RunningFoundation(influx.url(), this.folder)) {
            guid = foundation.bean(Layout.class).loadedApp().guid();
            assertThat(instancesOf(foundation, guid)).isEqualTo(2);
            HttpResponse<String> out = scale(foundation, guid, "O");
            assertThat(out.statusCode()).isEqualTo(200);
            assertThat(out.body()).isEqualTo("3");
            assertThat(scale(foundation, "no-such-app", "O").statusCode()).isEqualTo(204);
            assertThat(scale(foundation, guid, "X").statusCode()).isEqualTo(400);
        }
        try (RunningFoundation foundation = new RunningFoundation(influx.url(), this.folder)) {
            assertThat(instancesOf(foundation, guid)).isEqualTo(3);
            assertThat(scale(foundation, guid, "I").body()).isEqualTo("2");
            HttpResponse<String> absolute = foundation.call("cloud-controller", "POST",
                    "/v3/processes/" + guid + "/actions/scale", "{\"instances\":5}");
            assertThat(absolute.statusCode()).isEqualTo(202);
            assertThat(foundation.get("cloud-controller", "/v3/processes/" + guid + "/stats").at("/resources").size())
                .isEqualTo(5);
        }
    }

    private static HttpResponse<String> scale(RunningFoundation foundation, String guid, String action) {
        return foundation.call("autoscale", "POST", "/external/app/updateApp",
                "{\"appName\":\"any\",\"appGuid\":\"" + guid + "\",\"cpuUsage\":\"91.20\",\"memoryUsage\":\"40.00\","
                        + "\"action\":\"" + action + "\",\"instanceCnt\":\"2\",\"cause\":\"CPU\"}");
    }

    private static int instancesOf(RunningFoundation foundation, String guid) {
        return foundation.get("cloud-controller", "/v3/processes/" + guid).path("instances").asInt();
    }

    @Test
    void aDemoHasAPastOfItsOwnAndWritesItOnce() {
        long alarms;
        try (RunningFoundation foundation = new RunningFoundation(influx.url(), this.folder, "--demo",
                "--foundation.history.days=3", "--foundation.history.points-per-second=1000000")) {
            Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
                assertThat(alarmsBeforeNow(foundation)).isPositive();
                assertThat(hoursWithData(foundation)).isGreaterThanOrEqualTo(72);
            });
            alarms = alarmsBeforeNow(foundation);
            assertThat(foundation.bean(IncidentStore.class).list(false, new PageRequest(0, 100)).items()).isNotEmpty()
                .allSatisfy((incident) -> assertThat(incident.rootAlarmId()).isNotNull());
            String app = foundation.bean(Layout.class).loadedApp().guid();
            ScalingStore scaling = foundation.bean(ScalingStore.class);
            assertThat(scaling.policy(app)).isPresent();
            assertThat(scaling.events(app, new PageRequest(0, 100)).total()).isGreaterThanOrEqualTo(12);
        }
        try (RunningFoundation foundation = new RunningFoundation(influx.url(), this.folder, "--demo",
                "--foundation.history.days=3")) {
            Awaitility.await().until(foundation.bean(LiveAgents.class)::isWriting);
            assertThat(alarmsBeforeNow(foundation)).isEqualTo(alarms);
        }
    }

    private static long alarmsBeforeNow(RunningFoundation foundation) {
        return foundation.bean(AlarmStore.class)
            .search(new AlarmQuery(Set.of(), Set.of(), Set.of(), Set.of(AlarmState.RESOLVED), null, "",
                    new PageRequest(0, 1)))
            .total();
    }

    private static long hoursWithData(RunningFoundation foundation) {
        TimeRange range = TimeRange.before(foundation.bean(Clock.class).instant(), Duration.ofDays(3));
        String vm = foundation.bean(Layout.class).vms().get(0).id();
        List<UsageSeries> series = foundation.bean(MetricStore.class)
            .usageOverTime(new MetricWindow(Origin.VM, Resource.CPU, range), Set.of(vm), Duration.ofHours(1));
        return series.stream().mapToLong((one) -> one.points().size()).sum();
    }

}
