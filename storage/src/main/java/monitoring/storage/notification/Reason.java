package monitoring.storage.notification;

/** Why somebody is told. */
public enum Reason {

    RAISED, ESCALATED, REPEATED, ACKNOWLEDGED, RECOVERED, RESOLVED_BY_HAND, BLIND, SCALED, DIGEST, TEST

}
