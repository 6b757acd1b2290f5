package monitoring.relay.relp;

import io.netty.util.concurrent.FastThreadLocal;
import monitoring.relay.intake.Complaints;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.repeat.KeptTails;

/**
 * What all sessions share.
 *
 * @param properties limits
 * @param intake takes the messages
 * @param tails recognises repeated ones
 * @param counters counts
 * @param complaints says when a peer's trouble is to be logged
 * @param partial what waits for the rest of its frame
 * @param blocks a block for each event loop
 */
record SessionContext(RelpProperties properties, Intake intake, KeptTails tails, RelpCounters counters,
        Complaints complaints, PartialFrames partial, FastThreadLocal<MessageBlock> blocks) {

    SessionContext(RelpProperties properties, Intake intake, KeptTails tails, RelpCounters counters) {
        this(properties, intake, tails, counters, new Complaints(), new PartialFrames(), new FastThreadLocal<>() {
            @Override
            protected MessageBlock initialValue() {
                return new MessageBlock();
            }
        });
    }

}
