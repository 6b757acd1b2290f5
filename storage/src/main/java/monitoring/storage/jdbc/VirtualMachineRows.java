package monitoring.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;

import static java.util.Objects.requireNonNullElse;

/**
 * VMs in PaaS-TA's {@code vms}. A row that PaaS-TA wrote has no GUID yet and keeps its id
 * when the director first reports the VM that has its address. A VM is gone after two
 * reports without it.
 */
final class VirtualMachineRows {

    private static final String INSERT_COLUMNS = """
            zone_id, name, ip, vm_type, guid, director, deployment, job, job_index, vm_state, seen_at, missed,
            reg_date, reg_user, modi_date, modi_user""";

    private static final String UPDATE = """
            update vms set zone_id = ?, name = ?, ip = ?, vm_type = ?, guid = ?, director = ?, deployment = ?, job = ?,
            job_index = ?, vm_state = ?, seen_at = ?, missed = 0, modi_date = ?, modi_user = 'system' where id = ?""";

    private static final String SELECT = """
            select v.*, z.name as zone_name from vms v left join zones z on z.id = v.zone_id
            """;

    private final Database database;

    VirtualMachineRows(Database database) {
        this.database = database;
    }

    List<VirtualMachine> list() {
        return this.database.sql(SELECT + "where v.guid is not null order by v.deployment, v.job, v.job_index, v.guid")
            .query(shared(new SharedTexts()))
            .list();
    }

    Optional<VirtualMachine> find(String guid) {
        return this.database.sql(SELECT + "where v.guid = ?").param(guid).query(VirtualMachineRows::machine).optional();
    }

    void replace(String director, List<VirtualMachine> reported, Instant at) {
        Map<String, Long> zones = zones(reported);
        Kept kept = kept(director);
        List<Object[]> added = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> adopted = new ArrayList<>();
        for (VirtualMachine machine : distinct(reported)) {
            Existing existing = kept.take(machine);
            if (existing == null) {
                added.add(insert(machine, zones, at));
            }
            else if (existing.missed() > 0 || !machine.equals(existing.at(machine.seenAt()))) {
                changed.add(update(machine, zones, at, existing.id()));
                if (existing.machine() == null) {
                    adopted.add(new Object[] { machine.id(), "pas:" + existing.id() });
                }
            }
        }
        this.database.forAll("update vms set missed = missed + 1 where id = ?", kept.rest());
        this.database.sql("delete from vms where (director = ? or guid is null) and missed >= 2")
            .param(director)
            .update();
        this.database.forAll(UPDATE, changed);
        this.database.sql("update vms set seen_at = ? where director = ? and missed = 0")
            .param(Times.micros(at))
            .param(director)
            .update();
        this.database.insertAll("vms", INSERT_COLUMNS, added);
        this.database.forAll("update alarms set target_id = ? where target_id = ?", adopted);
        this.database.forAll("update alarm_names set target_id = ? where target_id = ?", adopted);
        this.database.sql("delete from zones where id not in (select zone_id from vms)").update();
    }

    private static Iterable<VirtualMachine> distinct(List<VirtualMachine> reported) {
        Map<String, VirtualMachine> byId = new LinkedHashMap<>();
        reported.forEach((machine) -> byId.putIfAbsent(machine.id(), machine));
        return byId.values();
    }

    /** The zones' ids by name, with those that are new. */
    private Map<String, Long> zones(List<VirtualMachine> reported) {
        Map<String, Long> zones = new HashMap<>();
        this.database.sql("select min(id) as id, name from zones group by name").query((ResultSet row) -> {
            zones.put(row.getString("name"), row.getLong("id"));
        });
        for (VirtualMachine machine : reported) {
            zones.computeIfAbsent(machine.zone(),
                    (name) -> Long.valueOf(this.database.insert("zones",
                            new Row().withText("name", name, 200)
                                .withSeconds("reg_date", this.database.now())
                                .with("reg_user", "system"),
                            "id")));
        }
        return zones;
    }

    private Kept kept(String director) {
        List<Existing> rows = this.database.sql(SELECT + "order by v.id")
            .query((row, number) -> new Existing(row.getLong("id"), row.getString("ip"), row.getInt("missed"),
                    (row.getString("guid") != null) ? machine(row, number) : null))
            .list();
        return new Kept(director, rows);
    }

    /** What many of 10,000 rows have in common is one object. */
    private static RowMapper<VirtualMachine> shared(SharedTexts texts) {
        return (row, number) -> {
            VirtualMachine read = machine(row, number);
            return new VirtualMachine(read.id(), texts.of(read.director()), texts.of(read.deployment()),
                    texts.of(read.job()), read.index(), texts.of(read.zone()), read.ip(), read.cell(), read.state(),
                    read.seenAt());
        };
    }

    private static VirtualMachine machine(ResultSet row, int number) throws SQLException {
        return new VirtualMachine(row.getString("guid"), text(row, "director"), text(row, "deployment"),
                text(row, "job"), row.getInt("job_index"), text(row, "zone_name"), text(row, "ip"),
                "cel".equals(row.getString("vm_type")), state(row.getString("vm_state")),
                requireNonNullElse(Times.optional(row, "seen_at"), Instant.EPOCH));
    }

    private static VmState state(@Nullable String name) {
        return (name != null) ? VmState.valueOf(name) : VmState.UNKNOWN;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNullElse(row.getString(column), "");
    }

    private Object[] insert(VirtualMachine machine, Map<String, Long> zones, Instant at) {
        Object now = Times.seconds(this.database.now());
        return new Object[] { zones.get(machine.zone()), Row.cut(machine.name(), 200), machine.ip(), type(machine),
                machine.id(), machine.director(), machine.deployment(), machine.job(), machine.index(),
                machine.state().name(), Times.micros(at), 0, now, "system", now, "system" };
    }

    private Object[] update(VirtualMachine machine, Map<String, Long> zones, Instant at, long id) {
        return new Object[] { zones.get(machine.zone()), Row.cut(machine.name(), 200), machine.ip(), type(machine),
                machine.id(), machine.director(), machine.deployment(), machine.job(), machine.index(),
                machine.state().name(), Times.micros(at), Times.seconds(this.database.now()), id };
    }

    private static String type(VirtualMachine machine) {
        return machine.cell() ? "cel" : "vms";
    }

    /** A row of the table; without a VM while only PaaS-TA knows it. */
    private record Existing(long id, String ip, int missed, @Nullable VirtualMachine machine) {

        @Nullable VirtualMachine at(Instant seen) {
            VirtualMachine of = this.machine;
            return (of == null) ? null : new VirtualMachine(of.id(), of.director(), of.deployment(), of.job(),
                    of.index(), of.zone(), of.ip(), of.cell(), of.state(), seen);
        }

    }

    /**
     * The rows that no reported VM has taken yet. Those of other directors can be taken,
     * as a VM comes from another one (or from none, while it only reported by itself),
     * but are not missed.
     */
    private static final class Kept {

        private final String director;

        private final Map<String, Existing> byGuid = new HashMap<>();

        private final Map<String, Existing> byIp = new HashMap<>();

        Kept(String director, List<Existing> rows) {
            this.director = director;
            for (Existing row : rows) {
                if (row.machine() != null) {
                    this.byGuid.put(row.machine().id(), row);
                }
                else {
                    this.byIp.put(row.ip(), row);
                }
            }
        }

        @Nullable Existing take(VirtualMachine machine) {
            Existing known = this.byGuid.remove(machine.id());
            return (known != null) ? known : this.byIp.remove(machine.ip());
        }

        private boolean isOwn(Existing row) {
            return row.machine() != null && row.machine().director().equals(this.director);
        }

        List<Object[]> rest() {
            List<Object[]> ids = new ArrayList<>();
            this.byGuid.values().stream().filter(this::isOwn).forEach((row) -> ids.add(new Object[] { row.id() }));
            this.byIp.values().forEach((row) -> ids.add(new Object[] { row.id() }));
            return ids;
        }

    }

}
