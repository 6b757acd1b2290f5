package monitoring.batch.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The life of an alarm on a time line, from the value to what is told. The table is
 * {@code life-of-an-alarm.txt} beside this class.
 */
class AlarmTimeLineTest {

    @RegisterExtension
    static final Nights nights = new Nights();

    static Stream<Story> stories() throws IOException {
        List<Story> stories = new ArrayList<>();
        try (InputStream table = AlarmTimeLineTest.class.getResourceAsStream("life-of-an-alarm.txt")) {
            new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8).lines().forEach((line) -> {
                if (line.startsWith("== ")) {
                    stories.add(new Story(line.substring(3), new ArrayList<>()));
                }
                else if (!line.isBlank() && !line.startsWith("#")) {
                    stories.get(stories.size() - 1).lines.add(line);
                }
            });
        }
        return stories.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void lives(Story story) {
        TimeLine line = new TimeLine(nights.begin());
        story.lines.forEach(line::play);
    }

    /** One paragraph of the table. */
    record Story(String name, List<String> lines) {

        @Override
        public String toString() {
            return this.name;
        }

    }

}
