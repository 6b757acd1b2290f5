package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import monitoring.storage.inventory.AppInstance;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads the rows of one query for app instances. What many of 100,000 have in common,
 * such as their cell, is one object.
 */
final class InstanceMapper implements RowMapper<AppInstance> {

    private final SharedTexts texts = new SharedTexts();

    private final Map<Instant, Instant> times = new HashMap<>();

    @Override
    public AppInstance mapRow(ResultSet row, int number) throws SQLException {
        Instant since = Times.required(row, "since");
        return new AppInstance(text(row, "app_guid"), row.getInt("app_index"), text(row, "instance_state"),
                text(row, "cell_ip"), row.getString("container_interface"), row.getLong("memory_quota"),
                row.getLong("disk_quota"), this.times.computeIfAbsent(since, (time) -> time));
    }

    private String text(ResultSet row, String column) throws SQLException {
        return this.texts.of(row.getString(column));
    }

}
