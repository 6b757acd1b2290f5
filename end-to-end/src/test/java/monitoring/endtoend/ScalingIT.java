package monitoring.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From an AutoScale target that the Portal registers to more instances of the app. */
@ExtendWith(PlatformExtension.class)
class ScalingIT {

    @Test
    void scalesAnAppThatTheUserPortalRegistered(Platform platform) throws SQLException {
        CloudController cloudController = new CloudController(platform);
        JsonNode app = cloudController.get("/v3/apps?per_page=50").at("/resources/7");
        String guid = app.path("guid").asString();
        int before = cloudController.instances(guid);
        try (Connection portal = DriverManager.getConnection(platform.endpoint("database.url"), "sa", "")) {
            register(portal, guid, before + 2);
            await("more instances of " + app.path("name").asString()).atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(cloudController.instances(guid)).isGreaterThan(before));
            await("the event").atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcome(portal, guid)).isEqualTo("SCALED"));
        }
    }

    /** As the user portal writes it; anything above 2 percent of a core is too much. */
    private static void register(Connection portal, String guid, int most) throws SQLException {
        try (PreparedStatement insert = portal.prepareStatement("""
                insert into app_auto_scaling_policies (app_guid, instance_min_cnt, instance_max_cnt, cpu_min_threshold,
                  cpu_max_threshold, memory_min_threshold, memory_max_threshold, instance_scaling_unit,
                  measure_time_sec, auto_scaling_cpu_yn, auto_scaling_memory_yn, auto_scaling_out_yn,
                  auto_scaling_in_yn, reg_user) values (?, 1, ?, 1, 2, 1, 2, 1, 60, 'Y', 'Y', 'Y', 'N', 'portal')""")) {
            insert.setString(1, guid);
            insert.setInt(2, most);
            insert.executeUpdate();
        }
    }

    private static String outcome(Connection portal, String guid) throws SQLException {
        try (PreparedStatement select = portal
            .prepareStatement("select outcome from scaling_events where app_guid = ? order by decided_at desc")) {
            select.setString(1, guid);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : "none";
            }
        }
    }

}
