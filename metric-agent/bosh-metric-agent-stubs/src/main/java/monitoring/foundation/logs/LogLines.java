package monitoring.foundation.logs;

import java.time.Instant;
import java.util.List;

import monitoring.foundation.layout.FoundationApp;
import monitoring.foundation.layout.FoundationVm;
import monitoring.foundation.layout.Layout;
import monitoring.foundation.logs.Syslog.AppLine;
import monitoring.foundation.story.Foundation;
import monitoring.foundation.story.Moment;

/**
 * What somebody on the foundation logs next. Most of it is the router's, a little of it
 * is trouble.
 */
final class LogLines {

    private final Foundation foundation;

    private final Layout layout;

    private final Dice dice;

    private final PlatformLines platform;

    private final AppLines apps;

    private final List<FoundationVm> routers;

    LogLines(Foundation foundation) {
        this.foundation = foundation;
        this.layout = foundation.layout();
        this.dice = new Dice(this.layout.seed() ^ foundation.clock().millis());
        this.platform = new PlatformLines(this.dice);
        this.apps = new AppLines(this.dice);
        List<FoundationVm> found = this.layout.vms().stream().filter((vm) -> vm.job().equals("router")).toList();
        this.routers = found.isEmpty() ? this.layout.vms().subList(0, 1) : found;
    }

    /** One line, or a few that belong together. */
    List<String> next(Moment moment) {
        Instant time = moment.time().plusNanos(1000L * this.dice.below(250_000));
        int kind = this.dice.below(100);
        if (kind < 45) {
            return List.of(access(moment, time));
        }
        if (kind < 65) {
            return app(moment, time);
        }
        FoundationVm vm = this.dice.one(this.layout.vms());
        if (kind < 72) {
            vm = troubled(moment, vm);
        }
        if (!moment.answers(vm)) {
            return this.platform.ofDeath(vm, this.layout, time);
        }
        return List.of(moment.troubled(vm) ? this.platform.ofLoad(vm, time) : this.platform.ordinary(vm, time));
    }

    /** A VM in trouble if there is one, as those write more. */
    private FoundationVm troubled(Moment moment, FoundationVm otherwise) {
        return this.layout.vms().stream().filter(moment::troubled).findFirst().orElse(otherwise);
    }

    private String access(Moment moment, Instant time) {
        FoundationApp app = busy(moment);
        int index = this.dice.below(Math.max(1, this.foundation.instances().of(app)));
        FoundationVm cell = moment.cellOf(app, index);
        boolean overloaded = overloaded(moment, app);
        int status = (cell == null) ? 502 : (overloaded && this.dice.below(6) == 0) ? 503 : this.platform.status();
        String backend = ((cell != null) ? cell.ip() : "-") + ":" + (61_000 + this.dice.below(500));
        double seconds = (overloaded ? 1.5 : 0.02) * (0.5 + 2 * this.dice.unit() * this.dice.unit());
        FoundationVm router = this.dice.one(this.routers);
        return Syslog.ofFile(router, time, "gorouter",
                this.platform.access(app, index, time, new PlatformLines.Reply(status, backend, seconds)));
    }

    private List<String> app(Moment moment, Instant time) {
        FoundationApp app = busy(moment);
        int index = this.dice.below(Math.max(1, this.foundation.instances().of(app)));
        AppLine line = new AppLine(app, this.layout.spaces().get(app.spaceNumber()), index, Syslog.INFO);
        boolean fails = this.dice.below(overloaded(moment, app) ? 5 : 60) == 0;
        return fails ? this.apps.failure(line, time) : List.of(this.apps.ordinary(line, time));
    }

    private FoundationApp busy(Moment moment) {
        boolean loaded = this.dice.below(moment.surging() ? 2 : 12) == 0;
        return loaded ? this.layout.loadedApp() : this.dice.one(this.layout.apps());
    }

    private boolean overloaded(Moment moment, FoundationApp app) {
        return app.number() == 0 && moment.surging() && this.foundation.instances().of(app) < 4;
    }

}
