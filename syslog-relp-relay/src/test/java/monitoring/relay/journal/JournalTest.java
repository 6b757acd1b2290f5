package monitoring.relay.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import monitoring.relay.intake.Intake;
import monitoring.relay.intake.IntakeListener;
import monitoring.relay.intake.MessageBlock;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class JournalTest {

    private static final Source SOURCE = new Source(Transport.RELP, "10.0.1.17", 7);

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatItKept() throws Exception {
        try (Journal journal = open()) {
            assertThat(keep(journal, "a", "b c")).isEqualTo(2);
            assertThat(keep(journal, "", "d")).isEqualTo(4);
            assertThat(all(journal)).containsExactly("1 a", "2 b c", "3 ", "4 d");
            JournalBlock block = journal.read(0).next(Duration.ZERO);
            assertThat(block.source()).isEqualTo(SOURCE);
        }
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        long id;
        try (Journal journal = open()) {
            keep(journal, "a", "b");
            journal.release(1);
            id = journal.id();
        }
        try (Journal journal = open()) {
            assertThat(journal.id()).isEqualTo(id);
            assertThat(journal.released()).isEqualTo(1);
            assertThat(keep(journal, "c")).isEqualTo(3);
            assertThat(all(journal)).containsExactly("1 a", "2 b", "3 c");
        }
    }

    @Test
    void cutsOffATornTailAtEachByte() throws Exception {
        try (Journal journal = open()) {
            keep(journal, "a");
            keep(journal, "b");
        }
        Path file = segments().get(0);
        byte[] whole = Files.readAllBytes(file);
        int second = whole.length - (whole.length - Segment.HEADER) / 2;
        for (int length = second; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = open()) {
                assertThat(all(journal)).as("%d bytes left", length).containsExactly("1 a");
                assertThat(journal.durable()).isEqualTo(1);
            }
            assertThat(Files.size(file)).isEqualTo(second);
        }
    }

    @Test
    void goesOnWhenASegmentWasNeverFinished() throws Exception {
        try (Journal journal = open()) {
            keep(journal, "a");
        }
        Files.write(this.folder.resolve("000000000002.journal"), new byte[7]);
        try (Journal journal = open()) {
            assertThat(keep(journal, "b")).isEqualTo(2);
            assertThat(all(journal)).containsExactly("1 a", "2 b");
        }
    }

    @Test
    void stepsOverADamagedBlock() throws Exception {
        long damaged;
        try (Journal journal = open()) {
            keep(journal, "a");
            damaged = Files.size(segments().get(0));
            keep(journal, "b");
            keep(journal, "c");
        }
        try (RandomAccessFile file = new RandomAccessFile(segments().get(0).toFile(), "rw")) {
            file.seek(damaged + BlockHeader.SIZE + 3);
            file.write('!');
        }
        try (Journal journal = open()) {
            assertThat(all(journal)).containsExactly("1 a", "3 c");
            assertThat(keep(journal, "d")).isEqualTo(4);
        }
    }

    @Test
    void deletesReleasedSegmentsAndReadsOverTheirEnds() throws Exception {
        try (Journal journal = open()) {
            String[] lines = IntStream.range(0, 100).mapToObj((i) -> "x".repeat(1000)).toArray(String[]::new);
            for (int i = 0; i < 6; i++) {
                keep(journal, lines);
            }
            assertThat(segments()).hasSize(6);
            assertThat(all(journal)).hasSize(600);
            journal.release(450);
            assertThat(segments()).hasSize(2);
            journal.release(600);
            assertThat(segments()).hasSize(2);
        }
        try (Journal journal = open()) {
            assertThat(keep(journal, "next")).isEqualTo(601);
        }
    }

    @Test
    void takesNothingWhenItIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        JournalProperties small = new JournalProperties(this.folder, DataSize.ofKilobytes(256), DataSize.ofBytes(0),
                DataSize.ofKilobytes(64), JournalProperties.Acknowledge.JOURNALED);
        try (Journal journal = new Journal(small, Clock.systemUTC())) {
            String[] lines = IntStream.range(0, 60).mapToObj((i) -> "x".repeat(1000)).toArray(String[]::new);
            for (int i = 0; i < 5; i++) {
                keep(journal, lines);
            }
            await().until(() -> journal.status().state() == JournalStatus.State.FULL);
            assertThat(journal.status().reason()).startsWith("relay.journal.max-size: 262144B");
            Listener waiting = new Listener();
            assertThat(journal.append(block("more"), SOURCE, waiting)).isEqualTo(Intake.NO_ROOM);
            journal.release(300);
            waiting.room.get(5, TimeUnit.SECONDS);
            assertThat(keep(journal, "more")).isEqualTo(301);
        }
    }

    @Test
    void answersWhenIndexedIfAskedTo() throws Exception {
        JournalProperties indexed = new JournalProperties(this.folder, DataSize.ofGigabytes(1), DataSize.ofBytes(0),
                DataSize.ofMegabytes(1), JournalProperties.Acknowledge.INDEXED);
        try (Journal journal = new Journal(indexed, Clock.systemUTC())) {
            Listener listener = new Listener();
            long position = journal.append(block("a"), SOURCE, listener);
            await().until(() -> journal.durable() == position);
            assertThat(listener.kept).isNotDone();
            journal.release(position);
            assertThat(listener.kept.get(5, TimeUnit.SECONDS)).isEqualTo(position);
        }
    }

    @Test
    void letsNoOtherRelayUseItsFolder() {
        try (Journal journal = open()) {
            assertThatExceptionOfType(JournalException.class).isThrownBy(this::open)
                .withMessageContaining("relay.journal.directory: " + this.folder);
            assertThat(journal.status().state()).isEqualTo(JournalStatus.State.TAKING);
        }
    }

    private Journal open() {
        return new Journal(new JournalProperties(this.folder, DataSize.ofGigabytes(1), DataSize.ofBytes(0),
                DataSize.ofKilobytes(64), JournalProperties.Acknowledge.JOURNALED), Clock.systemUTC());
    }

    private static MessageBlock block(String... messages) {
        MessageBlock block = new MessageBlock();
        for (String message : messages) {
            block.add(message.getBytes(StandardCharsets.UTF_8));
        }
        return block;
    }

    private static long keep(Journal journal, String... messages) throws Exception {
        Listener listener = new Listener();
        long position = journal.append(block(messages), SOURCE, listener);
        assertThat(listener.kept.get(5, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(position);
        return position;
    }

    private static List<String> all(Journal journal) throws InterruptedException {
        List<String> found = new ArrayList<>();
        try (JournalReader reader = journal.read(0)) {
            for (JournalBlock block = reader.next(Duration.ZERO); block != null; block = reader.next(Duration.ZERO)) {
                for (int i = 0; i < block.count(); i++) {
                    found.add(block.first() + i + " " + new String(block.content(), block.starts()[i],
                            block.lengths()[i], StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(this.folder)) {
            return files.filter((file) -> file.toString().endsWith(Segment.SUFFIX)).sorted().toList();
        }
    }

    private static final class Listener implements IntakeListener {

        final CompletableFuture<Long> kept = new CompletableFuture<>();

        final CompletableFuture<Void> room = new CompletableFuture<>();

        @Override
        public void kept(long position) {
            this.kept.complete(position);
        }

        @Override
        public void room() {
            this.room.complete(null);
        }

    }

}
