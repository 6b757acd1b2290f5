package monitoring.storage.policy;

import java.util.Optional;

/** Keeps policies. A row that somebody else wrote wrongly hides no other. */
public interface PolicyStore {

    Policies<AlarmPolicy> alarmPolicies();

    Optional<AlarmPolicy> alarmPolicy(String id);

    /**
     * Keeps a policy.
     * @param policy with an empty id for a new one
     * @param user who changed it
     * @return the policy as it is kept
     */
    AlarmPolicy save(AlarmPolicy policy, String user);

    void deleteAlarmPolicy(String id);

    Policies<AppAlarmPolicy> appAlarmPolicies();

    Optional<AppAlarmPolicy> appAlarmPolicy(String appGuid);

    AppAlarmPolicy save(AppAlarmPolicy policy, String user);

    void deleteAppAlarmPolicy(String appGuid);

}
