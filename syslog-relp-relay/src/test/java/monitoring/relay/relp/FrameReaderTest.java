package monitoring.relay.relp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrameReaderTest {

    private static final String SESSION = "1 open 35 relp_version=0\ncommands=syslog,rsp\n\n2 syslog 5 a b\nc\n"
            + "000000003 syslog 0\n4 syslog 3 a\0b\n5 close 0\n";

    private final FrameReader frames = new FrameReader(64, false);

    @Test
    void readsSeveralFramesOfOneRead() {
        assertThat(all(this.frames, SESSION)).containsExactly("1 OPEN relp_version=0\ncommands=syslog,rsp\n",
                "2 SYSLOG a b\nc", "3 SYSLOG ", "4 SYSLOG a\0b", "5 CLOSE ", "INCOMPLETE");
    }

    @Test
    void readsFramesThatAreCutAnywhere() {
        byte[] bytes = SESSION.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            FrameReader reader = new FrameReader(64, false);
            ByteBuf in = Unpooled.buffer();
            List<String> found = new ArrayList<>();
            drain(reader, in.writeBytes(bytes, 0, cut), found);
            drain(reader, in.writeBytes(bytes, cut, bytes.length - cut), found);
            found.removeIf("INCOMPLETE"::equals);
            assertThat(found).as("cut at %d", cut).hasSize(5).contains("2 SYSLOG a b\nc", "5 CLOSE ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "1234567890 syslog 1 a\n", "1 syslog 1234567890 a\n", "1 syslog -1 a\n", "x syslog 1 a\n",
            "1 sys1og 1 a\n", "1 syslogsyslogsyslogsyslogsyslogsys 1 a\n", "1 syslog 1 ab\n", "1 syslog 1 a\r\n",
            "3 close 0 \n", "1 syslog 65 ", "1 syslog 5\n", "GET / HTTP/1.1\r\n", "\u0016\u0003\u0001", " syslog 1 a\n",
            "1  1 a\n", "1 syslog  a\n" })
    void refusesWhatIsNoFrame(String bytes) {
        assertThat(all(this.frames, bytes)).containsExactly("BROKEN");
        assertThat(this.frames.fault()).isNotEmpty();
    }

    @Test
    void refusesLongDataBeforeItArrives() {
        assertThat(all(this.frames, "2 syslog 999999999 ")).containsExactly("BROKEN");
        assertThat(this.frames.fault()).contains("999999999").contains("at most 64");
    }

    @Test
    void cutsLongDataAndDropsTheRestWhereverItIsCut() {
        byte[] bytes = ("2 syslog 10 0123456789\n3 syslog 1 x\n").getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            FrameReader reader = new FrameReader(4, true);
            ByteBuf in = Unpooled.buffer();
            List<String> found = new ArrayList<>();
            drain(reader, in.writeBytes(bytes, 0, cut), found);
            drain(reader, in.writeBytes(bytes, cut, bytes.length - cut), found);
            found.removeIf("INCOMPLETE"::equals);
            assertThat(found).as("cut at %d", cut).containsExactly("2 TRUNCATED 0123", "3 SYSLOG x");
        }
    }

    @Test
    void seesTheWrongEndOfLongData() {
        assertThat(all(new FrameReader(4, true), "2 syslog 10 0123456789x")).containsExactly("BROKEN");
    }

    private static List<String> all(FrameReader reader, String bytes) {
        List<String> found = new ArrayList<>();
        drain(reader, Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1), found);
        return found;
    }

    private static void drain(FrameReader reader, ByteBuf in, List<String> found) {
        while (true) {
            FrameReader.Outcome outcome = reader.next(in);
            switch (outcome) {
                case INCOMPLETE, BROKEN -> {
                    found.add(outcome.name());
                    return;
                }
                default -> found.add(reader.txnr() + " "
                        + ((outcome == FrameReader.Outcome.TRUNCATED) ? outcome : reader.command()) + " "
                        + reader.data().toString(reader.dataIndex(), reader.dataLength(), StandardCharsets.ISO_8859_1));
            }
        }
    }

}
