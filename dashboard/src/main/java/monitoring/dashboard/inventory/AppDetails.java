package monitoring.dashboard.inventory;

import java.util.List;
import java.util.Optional;

import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.PolicyStore;
import monitoring.storage.scaling.ScalingEvent;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What an app is judged and scaled by, and what became of it. */
@Component
class AppDetails {

    private static final int EVENTS_SHOWN = 8;

    private final PolicyStore policies;

    private final ScalingStore scaling;

    private final StoreWatch stores;

    AppDetails(PolicyStore policies, ScalingStore scaling, StoreWatch stores) {
        this.policies = policies;
        this.scaling = scaling;
        this.stores = stores;
    }

    void add(String guid, List<Container> containers, Model model) {
        Details details = of(guid);
        model.addAttribute("alarmPolicy", details.alarmPolicy());
        model.addAttribute("scalingPolicy", details.scalingPolicy());
        model.addAttribute("events", details.events());
        model.addAttribute("alarms", containers.stream().flatMap((one) -> one.alarms().stream()).toList());
    }

    Details of(String guid) {
        return new Details(
                this.stores
                    .ask(Store.RELATIONS, () -> this.policies.appAlarmPolicy(guid), Optional.<AppAlarmPolicy>empty())
                    .orElse(null),
                this.stores.ask(Store.RELATIONS, () -> this.scaling.policy(guid), Optional.<ScalingPolicy>empty())
                    .orElse(null),
                this.stores
                    .ask(Store.RELATIONS, () -> this.scaling.events(guid, PageRequest.first(EVENTS_SHOWN).uncounted()),
                            new PageOf<ScalingEvent>(List.of(), 0))
                    .items());
    }

    /**
     * What an app is judged and scaled by.
     *
     * @param alarmPolicy its own alarm policy, null for that of all
     * @param scalingPolicy how it is scaled, null if it is not
     * @param events what came of scaling it, newest first, at most 8
     */
    record Details(@Nullable AppAlarmPolicy alarmPolicy, @Nullable ScalingPolicy scalingPolicy,
            List<ScalingEvent> events) {
    }

}
