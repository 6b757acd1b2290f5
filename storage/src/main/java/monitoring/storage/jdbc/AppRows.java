package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

/** Apps and their instances. One is gone after two reports without it. */
final class AppRows {

    private static final String UPDATE_APP = """
            update apps set app_name = ?, space_name = ?, organization = ?, instances = ?, missed = 0
            where guid = ?""";

    private static final String UPDATE_INSTANCE = """
            update app_instances set instance_state = ?, cell_ip = ?, container_interface = ?, memory_quota = ?,
            disk_quota = ?, since = ?, missed = 0 where app_guid = ? and app_index = ?""";

    private final Database database;

    AppRows(Database database) {
        this.database = database;
    }

    List<App> list() {
        return this.database.sql("select * from apps order by organization, space_name, app_name, guid")
            .query(shared(new SharedTexts()))
            .list();
    }

    Optional<App> find(String guid) {
        return this.database.sql("select * from apps where guid = ?").param(guid).query(AppRows::app).optional();
    }

    List<AppInstance> instances() {
        return this.database.sql("select * from app_instances order by app_guid, app_index")
            .query(new InstanceMapper())
            .list();
    }

    List<AppInstance> instances(String appGuid) {
        return this.database.sql("select * from app_instances where app_guid = ? order by app_index")
            .param(appGuid)
            .query(new InstanceMapper())
            .list();
    }

    /** Says whether any is another one now. */
    boolean replaceApps(List<App> reported) {
        Map<String, Kept<App>> kept = new HashMap<>();
        this.database.sql("select * from apps").query((ResultSet row) -> {
            App app = app(row, 0);
            kept.put(app.guid(), new Kept<>(app, row.getInt("missed")));
        });
        List<Object[]> added = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        Map<String, App> distinct = new LinkedHashMap<>();
        reported.forEach((app) -> distinct.putIfAbsent(app.guid(), app));
        for (App app : distinct.values()) {
            Kept<App> existing = kept.remove(app.guid());
            if (existing == null) {
                added.add(new Object[] { app.guid(), app.name(), app.space(), app.organization(), app.instances() });
            }
            else if (existing.missed() > 0 || !existing.value().equals(app)) {
                changed.add(new Object[] { app.name(), app.space(), app.organization(), app.instances(), app.guid() });
            }
        }
        forget("apps", "guid = ?", kept.keySet().stream().map((guid) -> new Object[] { guid }).toList());
        this.database.forAll(UPDATE_APP, changed);
        this.database.insertAll("apps", "guid, app_name, space_name, organization, instances", added);
        return !(kept.isEmpty() && changed.isEmpty() && added.isEmpty());
    }

    /** Says whether any is another one now. */
    boolean replaceInstances(List<AppInstance> reported) {
        Map<String, Kept<AppInstance>> kept = new HashMap<>();
        InstanceMapper mapper = new InstanceMapper();
        this.database.sql("select * from app_instances").query((ResultSet row) -> {
            AppInstance instance = mapper.mapRow(row, 0);
            kept.put(instance.id(), new Kept<>(instance, row.getInt("missed")));
        });
        List<Object[]> added = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        Map<String, AppInstance> distinct = new LinkedHashMap<>();
        reported.forEach((instance) -> distinct.putIfAbsent(instance.id(), instance));
        for (AppInstance instance : distinct.values()) {
            Kept<AppInstance> existing = kept.remove(instance.id());
            AppInstance wanted = since(instance, existing);
            if (existing == null) {
                added.add(new Object[] { wanted.appGuid(), wanted.index(), wanted.state(), wanted.cellIp(),
                        wanted.containerInterface(), wanted.memoryQuota(), wanted.diskQuota(),
                        Times.micros(wanted.since()) });
            }
            else if (existing.missed() > 0 || !existing.value().equals(wanted)) {
                changed.add(new Object[] { wanted.state(), wanted.cellIp(), wanted.containerInterface(),
                        wanted.memoryQuota(), wanted.diskQuota(), Times.micros(wanted.since()), wanted.appGuid(),
                        wanted.index() });
            }
        }
        List<Object[]> missing = new ArrayList<>();
        kept.values().forEach((row) -> missing.add(new Object[] { row.value().appGuid(), row.value().index() }));
        forget("app_instances", "app_guid = ? and app_index = ?", missing);
        this.database.forAll(UPDATE_INSTANCE, changed);
        this.database.insertAll("app_instances",
                "app_guid, app_index, instance_state, cell_ip, container_interface, memory_quota, disk_quota, since",
                added);
        return !(kept.isEmpty() && changed.isEmpty() && added.isEmpty());
    }

    /** On the same cell it keeps the time when it was first seen there. */
    private static AppInstance since(AppInstance reported, @Nullable Kept<AppInstance> existing) {
        if (existing == null || !existing.value().cellIp().equals(reported.cellIp())) {
            return reported;
        }
        return new AppInstance(reported.appGuid(), reported.index(), reported.state(), reported.cellIp(),
                reported.containerInterface(), reported.memoryQuota(), reported.diskQuota(), existing.value().since());
    }

    private void forget(String table, String key, List<Object[]> missing) {
        this.database.forAll("update " + table + " set missed = missed + 1 where " + key, missing);
        if (!missing.isEmpty()) {
            this.database.sql("delete from " + table + " where missed >= 2").update();
        }
    }

    /** Space and organization of all apps in them are one object. */
    private static RowMapper<App> shared(SharedTexts texts) {
        return (row, number) -> new App(row.getString("guid"), row.getString("app_name"),
                texts.of(row.getString("space_name")), texts.of(row.getString("organization")),
                row.getInt("instances"));
    }

    private static App app(ResultSet row, int number) throws SQLException {
        return new App(row.getString("guid"), row.getString("app_name"), row.getString("space_name"),
                row.getString("organization"), row.getInt("instances"));
    }

    /** A row, and how often in a row it was not reported. */
    private record Kept<T>(T value, int missed) {
    }

}
