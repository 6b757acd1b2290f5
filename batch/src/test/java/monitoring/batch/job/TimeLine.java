package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.Silence;
import monitoring.storage.inventory.App;
import monitoring.storage.inventory.AppInstance;
import monitoring.storage.inventory.VirtualMachine;
import monitoring.storage.inventory.VmState;
import monitoring.storage.metric.MetricTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays the lines of a time line on a night. What a line changes lasts: a VM goes on
 * reporting its value, a director its machines, until another line says otherwise.
 * Between two lines nothing may be told and no alarm may change.
 */
final class TimeLine {

    private static final Duration CYCLE = Duration.ofSeconds(30);

    private static final Pattern LINE = Pattern.compile("at +(\\d+) s +(.*?) *→ *(.*?)(?: +told (.*?))? *");

    private static final Pattern CONTAINER = Pattern.compile("(\\w+)\\[(\\d)]");

    private final Night night;

    private final Map<String, Double> values = new LinkedHashMap<>();

    private final Map<String, List<String>> processes = new LinkedHashMap<>();

    private final Map<String, String> zones = new LinkedHashMap<>();

    private final Map<String, VmState> states = new LinkedHashMap<>();

    private final Map<String, String> cells = new LinkedHashMap<>();

    private List<String> open = List.of();

    private boolean director = true;

    private boolean relay;

    TimeLine(Night night) {
        this.night = night;
        night.receiver("ops", null, 0);
    }

    void play(String line) {
        if (line.startsWith("given ")) {
            each(line.substring("given ".length()), this::given);
            return;
        }
        Matcher parts = LINE.matcher(line);
        assertThat(parts.matches()).as("a line such as: at 30 s  web1 91  → …, not: " + line).isTrue();
        Instant time = Night.START.plusSeconds(Long.parseLong(parts.group(1)));
        while (this.night.clock.instant().isBefore(time)) {
            cycle();
            assertThat(this.night.told()).as("told at " + before() + ", before " + line).isEmpty();
            assertThat(this.night.open()).as("open at " + before() + ", before " + line).isEqualTo(this.open);
        }
        each(parts.group(2), this::happens);
        cycle();
        this.open = this.night.open();
        assertThat(this.open).as("open, " + line).isEqualTo(words(parts.group(3).equals("-") ? "" : parts.group(3)));
        assertThat(this.night.told().stream().map((one) -> one.substring("ops ".length())).sorted()).as("told, " + line)
            .isEqualTo(words(parts.group(4)));
        this.night.told.clear();
    }

    private String before() {
        return Duration.between(Night.START, this.night.clock.instant()).minus(CYCLE).toSeconds() + " s";
    }

    private static List<String> words(String list) {
        return (list == null || list.isEmpty()) ? List.of() : List.of(list.split(" *, *"));
    }

    private static void each(String list, Consumer<String[]> action) {
        words(list.strip()).forEach((one) -> action.accept(one.split(" +")));
    }

    private void given(String[] words) {
        switch (words[0]) {
            case "damping" -> this.night.policies.damp(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "machines" -> this.zones.put(words[1], words[2]);
            case "app" -> {
                if (words[1].equals("policy")) {
                    this.night.policies.app(words[2], Double.parseDouble(words[3]), Double.parseDouble(words[4]));
                }
                else {
                    this.cells.put(words[1], words[3]);
                }
            }
            default -> this.zones.put(words[0], words[1]);
        }
    }

    private void happens(String[] words) {
        switch (words[0]) {
            case "kim" ->
                this.night.decide(words[1].equals("resolves") ? AlarmState.RESOLVED : AlarmState.ACKNOWLEDGED);
            case "silence" -> silence(Duration.ofMinutes(Long.parseLong(words[1])));
            case "store" -> this.night.metrics.goAway(words[1].equals("away"));
            case "elasticsearch" -> this.night.logs.goAway(words[1].equals("away"));
            case "relay" -> this.relay = words[1].equals("back");
            case "director" -> director(words);
            default -> target(words);
        }
    }

    private void director(String[] words) {
        if (words[1].equals("says")) {
            this.states.put(words[2], VmState.valueOf(words[3]));
        }
        else {
            this.director = words[1].equals("back");
        }
    }

    private void target(String[] words) {
        switch (words[1]) {
            case "silent" -> this.values.remove(words[0]);
            case "deleted" -> this.zones.remove(words[0]);
            case "runs" -> this.processes.put(words[0],
                    words[2].equals("nothing") ? List.of() : List.of(words).subList(2, words.length));
            default -> this.values.put(words[0], Double.parseDouble(words[1]));
        }
    }

    private void silence(Duration length) {
        Instant now = this.night.clock.instant();
        this.night.silences.save(new Silence("", new Silence.Matcher(null, null, "", "", ""), now, now.plus(length), "",
                "patching", "kim"));
    }

    private void cycle() {
        Instant now = this.night.clock.instant();
        this.values.forEach((name, value) -> this.night.report(measured(name), value));
        this.processes.forEach((name, running) -> running
            .forEach((process) -> this.night.metrics.reportProcess(Night.vm(name), process, now.minusSeconds(5))));
        if (this.relay) {
            this.night.logs.arrive(now.minusSeconds(1));
        }
        if (this.director && !this.zones.isEmpty()) {
            List<VirtualMachine> machines = new ArrayList<>();
            this.zones.forEach((name, zone) -> machines
                .add(this.night.machine(name, zone, this.states.getOrDefault(name, VmState.RUNNING))));
            this.night.machines(machines.toArray(VirtualMachine[]::new));
        }
        if (!this.cells.isEmpty()) {
            apps(now);
        }
        this.night.cycle();
    }

    private MetricTarget measured(String name) {
        Matcher container = CONTAINER.matcher(name);
        return container.matches() ? Night.container(container.group(1), Integer.parseInt(container.group(2)),
                Night.vm(this.cells.get(container.group(1))).ip()) : Night.vm(name);
    }

    private void apps(Instant now) {
        List<App> apps = new ArrayList<>();
        List<AppInstance> instances = new ArrayList<>();
        this.cells.forEach((app, cell) -> {
            apps.add(new App(app, app, "dev", "acme", 1));
            instances
                .add(new AppInstance(app, 0, "RUNNING", Night.vm(cell).ip(), "", 1, 1, Night.START.minusSeconds(600)));
        });
        this.night.inventory.replaceApps(apps, instances, now);
    }

}
