package monitoring.storage.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every store of dead letters has to do; {@link #store()} is empty and prepared. */
public abstract class DeadLetterStoreContract {

    /** A moment of which the letters of these tests are. */
    protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");

    /** Of a time that no store of logs takes. */
    private static final Instant IMPOSSIBLE = Instant.parse("1901-01-01T00:00:00Z");

    /** The store, the same for one test. */
    protected abstract DeadLetterStore store();

    /** The logs that letters are replayed to. */
    protected abstract LogStore logs();

    /** Makes what was written findable. */
    protected abstract void refresh();

    @Test
    void givesBackWhatItKept() {
        LogEntry entry = new LogEntry("a-1", IMPOSSIBLE, NOON, "10.0.1.17", "PUT /v2/x <b>&</b>",
                new LogEntry.SyslogHeader(LogSeverity.ERROR, 16, "10.0.1.17", "gorouter", "rs2", "-"),
                new LogEntry.BoshInstance("micro-bosh", "cf", "router", "z1", "83bd66e5"),
                new LogEntry.AppSource("6f1c8a52", "shop", "dev", "sales", "RTR", 3),
                Map.of("cursor", 1469780553885742676L, "nested", Map.of("a", List.of(1, "x"))), "gorouter",
                Set.of("masked"));
        keep(DeadLetter.refused(entry, "failed to parse field [@timestamp]", NOON));
        assertThat(store().list(DeadLetterQuery.latest(10)).letters())
            .containsExactly(new DeadLetter(NOON, "failed to parse field [@timestamp]", 0, entry));
    }

    @Test
    void keepsTheSameLetterOnce() {
        keep(letter("a", NOON, "first"));
        keep(letter("a", NOON, "second"));
        assertThat(store().list(DeadLetterQuery.latest(10)).total()).isEqualTo(1);
    }

    @Test
    void findsByWordsOfMessageAndReasonAndByPeer() {
        keep(letter("a", NOON, "disk full"), letter("b", NOON.plusSeconds(1), "memory full"));
        assertThat(ids(new DeadLetterQuery("full", "", 10, null))).containsExactly("b", "a");
        assertThat(ids(new DeadLetterQuery("disk refused", "", 10, null))).containsExactly("a");
        assertThat(ids(new DeadLetterQuery("", "peer of b", 10, null))).containsExactly("b");
        assertThat(ids(new DeadLetterQuery("absent", "", 10, null))).isEmpty();
    }

    @Test
    void pagesThroughAllLettersOnce() {
        keep(IntStream.range(0, 25)
            .mapToObj((number) -> letter("n" + number, NOON.plusSeconds(number / 5), "line"))
            .toArray(DeadLetter[]::new));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            DeadLetterPage page = store().list(new DeadLetterQuery("", "", 7, after));
            page.letters().forEach((one) -> seen.add(one.id()));
            after = page.next();
        }
        while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> store().list(new DeadLetterQuery("", "", 7, "x|y")))
            .withMessage("after: x|y (expected: a cursor as it was given)");
    }

    @Test
    void replaysWhatTheLogsTakeByNowAndKeepsTheRest() {
        keep(letter("good", NOON, "good"), letter("bad", IMPOSSIBLE, "bad"));
        assertThat(store().replay(List.of("good", "bad", "unknown"))).extracting(WriteResult::outcome)
            .containsExactlyInAnyOrder(WriteResult.Outcome.KEPT, WriteResult.Outcome.REFUSED);
        refresh();
        assertThat(logs().find("good")).contains(LogStoreContract.entry("good", NOON, "good"));
        assertThat(store().list(DeadLetterQuery.latest(10)).letters()).singleElement().satisfies((left) -> {
            assertThat(left.id()).isEqualTo("bad");
            assertThat(left.replays()).isEqualTo(1);
            assertThat(left.reason()).isNotEqualTo("refused for a test");
        });
    }

    @Test
    void replaysAnyNumber() {
        DeadLetter[] many = IntStream.range(0, 1001)
            .mapToObj((number) -> letter("n" + number, NOON, "line"))
            .toArray(DeadLetter[]::new);
        keep(many);
        assertThat(store().replay(List.of(many).stream().map(DeadLetter::id).toList())).hasSize(1001);
        assertThat(store().list(DeadLetterQuery.latest(1)).total()).isZero();
    }

    @Test
    void forgetsWhatIsOld() {
        keep(letter("old", NOON, "a"), letter("new", NOON.plusSeconds(5), "b"));
        assertThat(store().forgetBefore(NOON.plusSeconds(2))).isEqualTo(1);
        assertThat(ids(DeadLetterQuery.latest(10))).containsExactly("new");
    }

    /** An event of a time, refused at noon or later; the peer has the id in its name. */
    private static DeadLetter letter(String id, Instant time, String message) {
        LogEntry plain = LogStoreContract.entry(id, time, message);
        LogEntry entry = message.equals("good") ? plain : new LogEntry(id, time, time, "peer of " + id, message,
                plain.syslog(), null, null, Map.of(), "raw", Set.of());
        return DeadLetter.refused(entry, "refused for a test", time.isBefore(NOON) ? NOON : time);
    }

    private void keep(DeadLetter... letters) {
        assertThat(store().keep(List.of(letters))).extracting(WriteResult::outcome)
            .containsOnly(WriteResult.Outcome.KEPT);
        refresh();
    }

    private List<String> ids(DeadLetterQuery query) {
        return store().list(query).letters().stream().map(DeadLetter::id).toList();
    }

}
