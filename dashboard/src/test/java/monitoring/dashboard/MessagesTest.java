package monitoring.dashboard;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private final Properties english = read("/messages.properties");

    private final Properties korean = read("/messages_ko.properties");

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(this.korean.stringPropertyNames()).isEqualTo(this.english.stringPropertyNames());
    }

    @Test
    void leavesNothingEmpty() {
        assertThat(this.english.values()).noneMatch((value) -> value.toString().isBlank());
        assertThat(this.korean.values()).noneMatch((value) -> value.toString().isBlank());
    }

    @Test
    void takesTheSameArgumentsInBothLanguages() {
        for (String key : this.english.stringPropertyNames()) {
            if (this.english.getProperty(key).matches(".*\\{\\d.*")) {
                assertThat(new MessageFormat(this.korean.getProperty(key)).getFormatsByArgumentIndex()).as(key)
                    .hasSameSizeAs(new MessageFormat(this.english.getProperty(key)).getFormatsByArgumentIndex());
            }
        }
    }

    @Test
    void hasEachKeyThatATemplateAsksFor() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String template : templates()) {
            Matcher plain = Pattern.compile("#\\{([a-zA-Z][\\w.]*)[}(]").matcher(template);
            while (plain.find()) {
                if (!this.english.containsKey(plain.group(1))) {
                    missing.add(plain.group(1));
                }
            }
            Matcher family = Pattern.compile("#\\{\\$\\{'([\\w.]+\\.)' \\+").matcher(template);
            while (family.find()) {
                String start = family.group(1);
                if (this.english.stringPropertyNames().stream().noneMatch((key) -> key.startsWith(start))) {
                    missing.add(start + "*");
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void templatesHaveNoScriptNoStyleAndNoTextOfTheirOwnServer() throws IOException {
        for (String template : templates()) {
            assertThat(template).doesNotContainPattern("<script(?![^>]*th:src)")
                .doesNotContain("<style")
                .doesNotContainPattern("\\sstyle=")
                .doesNotContainPattern("\\son[a-z]+=\"")
                // Markdown is cleaned by web.Markdown (MarkdownTest)
                .doesNotContainPattern("th:utext=\"(?!\\$\\{cleaned})")
                .doesNotContainPattern("cleaned=(?!\\$\\{@markdown\\.html\\()")
                .doesNotContainPattern("(?:src|href)=\"https?:");
        }
    }

    private static Set<String> templates() throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(Files.readString(file));
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(MessagesTest.class.getResourceAsStream(name),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        catch (IOException ex) {
            throw new IllegalStateException(name, ex);
        }
        return properties;
    }

}
