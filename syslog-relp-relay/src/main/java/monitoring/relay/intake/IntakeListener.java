package monitoring.relay.intake;

/**
 * Is told what became of its messages. Called from threads of the intake: it must return
 * at once.
 */
public interface IntakeListener {

    /**
     * All messages up to a position are kept.
     * @param position the position
     */
    void kept(long position);

    /** There is room again after an append was turned away. */
    void room();

}
