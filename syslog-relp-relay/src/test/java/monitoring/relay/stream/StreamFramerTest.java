package monitoring.relay.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamFramerTest {

    @Test
    void readsLinesWhereverTheyAreCut() {
        assertThat(everyCut("<13>a b\n<14>c\r\n\n", 20))
            .allSatisfy((found) -> assertThat(found).containsExactly("<13>a b", "<14>c\r", ""));
    }

    @Test
    void readsCountedMessagesWhereverTheyAreCut() {
        assertThat(everyCut("6 <13>a\n12 <14>b\nc d e 0 7 <15>x y", 20))
            .allSatisfy((found) -> assertThat(found).containsExactly("<13>a\n", "<14>b\nc d e ", "", "<15>x y"));
    }

    @Test
    void readsBothOnOneConnection() {
        assertThat(everyCut("5 <13>a<14>b\n5 <15>c", 20))
            .allSatisfy((found) -> assertThat(found).containsExactly("<13>a", "<14>b", "<15>c"));
    }

    @Test
    void cutsLongMessagesAndDropsTheRest() {
        assertThat(everyCut("0123456789\nab\n", 4))
            .allSatisfy((found) -> assertThat(found).containsExactly("0123", "ab"));
        assertThat(everyCut("8 <3>45678<3>\n", 4))
            .allSatisfy((found) -> assertThat(found).containsExactly("<3>4", "<3>"));
    }

    private static List<List<String>> everyCut(String text, int limit) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<List<String>> all = new ArrayList<>();
        for (int cut = 0; cut <= bytes.length; cut++) {
            StreamFramer framer = new StreamFramer(limit);
            ByteBuf in = Unpooled.buffer();
            List<String> found = new ArrayList<>();
            drain(framer, in.writeBytes(bytes, 0, cut), found);
            drain(framer, in.writeBytes(bytes, cut, bytes.length - cut), found);
            all.add(found);
        }
        return all;
    }

    private static void drain(StreamFramer framer, ByteBuf in, List<String> found) {
        while (framer.next(in)) {
            found.add(in.toString(framer.index(), framer.length(), StandardCharsets.UTF_8));
        }
    }

}
