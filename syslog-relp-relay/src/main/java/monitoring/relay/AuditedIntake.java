package monitoring.relay;

import java.time.Clock;

import monitoring.relay.audit.Ledger;
import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;

/** The journal, with what senders repeat written into the books. */
final class AuditedIntake implements Intake {

    private final Intake journal;

    private final Ledger ledger;

    private final Clock clock;

    AuditedIntake(Intake journal, Ledger ledger, Clock clock) {
        this.journal = journal;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public long append(MessageBlock block, Source source, IntakeListener listener) {
        return this.journal.append(block, source, listener);
    }

    @Override
    public void await(long position, IntakeListener listener) {
        this.journal.await(position, listener);
    }

    @Override
    public boolean isPrompt() {
        return this.journal.isPrompt();
    }

    @Override
    public void repeated(Source source, int count) {
        this.ledger.repeated(source, count, this.clock.instant());
    }

}
