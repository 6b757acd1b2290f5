package monitoring.relay.intake;

import java.util.Locale;

/**
 * The way a message came in; its ordinal is written to the journal, so new ones go last.
 */
public enum Transport {

    RELP, RELP_TLS, TCP, TLS, UDP;

    /** As it is shown in metrics and documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its senders are told when a message is kept. */
    public boolean isAcknowledged() {
        return this == RELP || this == RELP_TLS;
    }

}
