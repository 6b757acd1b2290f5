package monitoring.relay.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An intake that keeps messages in memory, and only when the test says so. */
public final class MemoryIntake implements Intake {

    public final List<String> messages = new ArrayList<>();

    private final List<IntakeListener> listeners = new ArrayList<>();

    private boolean room = true;

    private boolean keepsAtOnce = true;

    private long kept;

    @Override
    public synchronized long append(MessageBlock block, Source source, IntakeListener listener) {
        this.listeners.add(listener);
        if (!this.room) {
            return NO_ROOM;
        }
        ByteBuffer content = block.content();
        for (int i = 0; i < block.count(); i++) {
            byte[] message = new byte[content.getInt()];
            content.get(message);
            this.messages.add(new String(message, StandardCharsets.ISO_8859_1));
        }
        if (this.keepsAtOnce) {
            keep();
        }
        return this.messages.size();
    }

    @Override
    public boolean isPrompt() {
        return true;
    }

    @Override
    public void await(long position, IntakeListener listener) {
        this.listeners.add(listener);
        listener.kept(this.kept);
    }

    /** From now on, blocks are kept with {@link #keep()} only. */
    public void keepLater() {
        this.keepsAtOnce = false;
    }

    public void keep() {
        this.kept = this.messages.size();
        this.listeners.forEach((listener) -> listener.kept(this.kept));
    }

    public void room(boolean room) {
        this.room = room;
        if (room) {
            List.copyOf(this.listeners).forEach(IntakeListener::room);
        }
    }

}
