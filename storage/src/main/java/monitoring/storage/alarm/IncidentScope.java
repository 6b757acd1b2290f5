package monitoring.storage.alarm;

import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * What the alarms of an incident are about.
 *
 * @param raised how many wait for somebody to acknowledge them
 * @param open how many are not over
 * @param total how many there are
 * @param subjects deployments and apps, the one with the oldest alarm first; copied
 */
public record IncidentScope(int raised, int open, int total, List<Subject> subjects) {

    public IncidentScope {
        subjects = List.copyOf(subjects);
    }

    /**
     * A deployment or an app that an incident is about.
     *
     * @param deployment of the VM, or organization / space of the app; may be empty
     * @param appGuid GUID of the app, empty for a deployment
     * @param target name of one of its targets
     */
    public record Subject(String deployment, String appGuid, String target) {

        public Subject {
            requireNonNull(deployment, "deployment");
            requireNonNull(appGuid, "appGuid");
            requireNonNull(target, "target");
        }

    }

}
