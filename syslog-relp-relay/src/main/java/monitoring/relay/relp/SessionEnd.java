package monitoring.relay.relp;

import java.util.Locale;

/** Why a session ended. */
enum SessionEnd {

    CLOSED_BY_PEER, BROKEN, PROTOCOL_ERROR, REFUSED_OPEN, TOO_SLOW, ANSWERS_UNREAD, TAKEN_OVER, SHUTDOWN, TOO_MANY;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
