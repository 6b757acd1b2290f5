package monitoring.relay.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages on disk: what is appended while one sync runs goes into the next one, so
 * a sync is shared by all who wait. Bounded by bytes and by free space; when it is full
 * or the disk fails, it takes nothing and loses nothing. Each message has a position;
 * positions start at 1 and never go back.
 */
public final class Journal implements Intake, AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final JournalProperties properties;

    private final Clock clock;

    private final Segments segments;

    private final JournalWriter writer;

    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition work = this.lock.newCondition();

    private final Condition advanced = this.lock.newCondition();

    private final Waiters waiters = new Waiters(this::kept);

    private Batch filling = new Batch();

    private Batch spare = new Batch();

    private long next;

    private volatile long durable;

    private volatile boolean full;

    private boolean closing;

    /**
     * Opens the journal of a folder and repairs it where a crash left something
     * unfinished.
     * @throws JournalException if the folder cannot be used
     */
    public Journal(JournalProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        try {
            this.segments = new Segments(properties.directory());
        }
        catch (IOException ex) {
            throw new JournalException(
                    "relay.journal.directory: " + properties.directory() + " (expected: a folder to write to)", ex);
        }
        this.next = this.segments.next();
        this.durable = this.next - 1;
        this.writer = new JournalWriter(this.segments, properties);
        this.full = this.writer.isFull();
        this.thread = new Thread(this::run, "journal");
        this.thread.start();
    }

    @Override
    public long append(MessageBlock block, Source source, IntakeListener listener) {
        byte[] peer = source.peer().getBytes(StandardCharsets.UTF_8);
        BlockHeader header = Batch.header(source, peer, block, this.clock.millis());
        this.lock.lock();
        try {
            if (this.closing || this.full || !this.filling.hasRoomFor(header.payloadLength())) {
                this.waiters.awaitRoom(listener);
                return NO_ROOM;
            }
            if (this.filling.isEmpty()) {
                this.work.signal();
            }
            this.filling.add(header.at(this.next), peer, block.content());
            this.next += block.count();
            this.waiters.awaitKept(this.next - 1, listener);
            return this.next - 1;
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public void await(long position, IntakeListener listener) {
        this.waiters.awaitKept(position, listener);
    }

    @Override
    public boolean isPrompt() {
        return this.properties.acknowledge() == JournalProperties.Acknowledge.JOURNALED;
    }

    /** Reads what is on disk, from the first message behind a position on. */
    public JournalReader read(long position) {
        return new JournalReader(this, this.segments, position);
    }

    /** Reads the newest part that is always there, also when all of it is released. */
    public JournalReader readNewest() {
        List<Segment> newest = this.segments.newest();
        return read(newest.isEmpty() ? 0 : newest.get(0).first() - 1);
    }

    /** Notes that everything up to a position is indexed and need not be kept. */
    public void release(long position) {
        try {
            this.segments.release(position);
        }
        catch (IOException ex) {
            this.writer.failed("cannot note what is indexed", ex);
        }
        if (this.full && !this.writer.isFull()) {
            this.full = false;
            this.waiters.tellRoom();
        }
        this.waiters.tellKept();
    }

    /** Number of this journal: positions of different journals are different messages. */
    public long id() {
        return this.segments.id();
    }

    /** Position of the last message that is on disk. */
    public long durable() {
        return this.durable;
    }

    /** Position up to which everything is indexed. */
    public long released() {
        return this.segments.released();
    }

    /** How it does. */
    public JournalStatus status() {
        this.lock.lock();
        try {
            String failure = this.writer.failure();
            JournalStatus.State state = !failure.isEmpty() ? JournalStatus.State.FAILING
                    : this.full ? JournalStatus.State.FULL : JournalStatus.State.TAKING;
            String reason = this.full ? this.writer.fullness() : failure;
            return new JournalStatus(state, reason, this.segments.size(), this.next - 1, this.durable, released());
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Waits until more than a position is on disk, at most so long. */
    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        this.lock.lock();
        try {
            long left = timeout.toNanos();
            while (this.durable <= position && left > 0) {
                left = this.advanced.awaitNanos(left);
            }
            return this.durable > position;
        }
        finally {
            this.lock.unlock();
        }
    }

    private long kept() {
        return isPrompt() ? this.durable : released();
    }

    private void run() {
        for (Batch batch = takeWork(); batch != null; batch = takeWork()) {
            while (!this.writer.commit(batch)) {
                if (!pauseAfterFailure()) {
                    return;
                }
            }
            this.durable = batch.last();
            batch.clear();
            this.full = this.writer.isFull();
            tell();
        }
    }

    /** The blocks that came meanwhile; nothing when the journal closes. */
    private @Nullable Batch takeWork() {
        this.lock.lock();
        try {
            while (this.filling.isEmpty()) {
                if (this.closing) {
                    return null;
                }
                awaitWork();
                this.full = this.writer.isFull();
                if (!this.full && this.waiters.isRoomAwaited()) {
                    break;
                }
            }
            Batch taken = this.filling;
            this.filling = this.spare;
            this.spare = taken;
            return taken;
        }
        finally {
            this.lock.unlock();
            if (!this.full) {
                this.waiters.tellRoom();
            }
        }
    }

    private boolean pauseAfterFailure() {
        this.lock.lock();
        try {
            if (!this.closing) {
                awaitWork();
            }
            return !this.closing;
        }
        finally {
            this.lock.unlock();
        }
    }

    private void awaitWork() {
        try {
            this.work.awaitNanos(RETRY.toNanos());
        }
        catch (InterruptedException ex) {
            throw new JournalException("The journal's thread was interrupted; nobody is to do that", ex);
        }
    }

    private void tell() {
        this.waiters.tellKept();
        this.lock.lock();
        try {
            this.advanced.signalAll();
        }
        finally {
            this.lock.unlock();
        }
    }

    /** Writes what was taken, tells who waits, and lets go of the folder. */
    @Override
    public void close() {
        this.lock.lock();
        try {
            this.closing = true;
            this.work.signalAll();
        }
        finally {
            this.lock.unlock();
        }
        try {
            this.thread.join();
            this.segments.close();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        catch (IOException ex) {
            throw new JournalException("Cannot close " + this.properties.directory(), ex);
        }
    }

}
