package monitoring.dashboard.notification;

import java.util.Optional;

import monitoring.dashboard.inventory.Foundation;
import monitoring.dashboard.inventory.Foundations;

import org.springframework.stereotype.Component;

/** What people call the target of a silence. */
@Component("targetNames")
class TargetNames {

    private final Foundations foundations;

    TargetNames(Foundations foundations) {
        this.foundations = foundations;
    }

    /** The name of a VM, a director, an app or one of its instances; empty for none. */
    public String known(String id) {
        Foundation now = this.foundations.now();
        return Optional.<String>empty()
            .or(() -> now.vm(id).map((vm) -> vm.machine().name()))
            .or(() -> now.director(id).map(Foundation.Director::name))
            .or(() -> now.app(id.replaceFirst("/[0-9]+$", ""))
                .map((one) -> one.app().name() + id.substring(one.app().guid().length())))
            .orElse("");
    }

    /** The same, or the id of what is not there. */
    public String of(String id) {
        String name = known(id);
        return name.isEmpty() ? id : name;
    }

}
