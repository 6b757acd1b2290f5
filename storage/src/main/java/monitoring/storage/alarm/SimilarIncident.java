package monitoring.storage.alarm;

import static java.util.Objects.requireNonNull;

/**
 * An incident that was like another.
 *
 * @param incident itself
 * @param likeness in what
 * @param noted whether somebody wrote a note on it
 */
public record SimilarIncident(Incident incident, Likeness likeness, boolean noted) {

    public SimilarIncident {
        requireNonNull(incident, "incident");
        requireNonNull(likeness, "likeness");
    }

    /** In what two incidents can be alike, least first. */
    public enum Likeness {

        /** The same resource of another target of the deployment. */
        DEPLOYMENT,
        /** Another resource of the same target. */
        TARGET,
        /** The same resource of the same target. */
        SAME

    }

}
