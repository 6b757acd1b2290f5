package monitoring.dashboard.inventory;

import java.util.List;
import java.util.Optional;

import monitoring.dashboard.inventory.Foundation.Container;
import monitoring.dashboard.web.StoreWatch;
import monitoring.dashboard.web.StoreWatch.Store;
import monitoring.storage.alarm.Alarm;
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
        @Nullable AppAlarmPolicy alarmPolicy = this.stores
            .ask(Store.RELATIONS, () -> this.policies.appAlarmPolicy(guid), Optional.<AppAlarmPolicy>empty())
            .orElse(null);
        @Nullable ScalingPolicy scalingPolicy = this.stores
            .ask(Store.RELATIONS, () -> this.scaling.policy(guid), Optional.<ScalingPolicy>empty())
            .orElse(null);
        List<Alarm> alarms = containers.stream().flatMap((one) -> one.alarms().stream()).toList();
        model.addAttribute("alarmPolicy", alarmPolicy);
        model.addAttribute("scalingPolicy", scalingPolicy);
        model.addAttribute("events",
                this.stores
                    .ask(Store.RELATIONS, () -> this.scaling.events(guid, new PageRequest(0, EVENTS_SHOWN)),
                            new PageOf<ScalingEvent>(List.of(), 0))
                    .items());
        model.addAttribute("alarms", alarms);
    }

}
