package monitoring.dashboard.web;

import java.util.List;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTest {

    private static final String QUERY = "q=a%20b%26c&zone=z1&sort=cpu&host=%ED%95%9C&peer=&flag";

    private static final Instant FROM = Instant.parse("2026-11-21T02:10:00Z");

    @Test
    void changeOneThingAndKeepTheRestAsItIs() {
        Links links = of(QUERY);
        assertThat(links.with("sort", "-cpu"))
            .isEqualTo("/log?q=a%20b%26c&zone=z1&host=%ED%95%9C&peer=&flag&sort=-cpu");
        assertThat(links.with("q", "")).isEqualTo("/log?zone=z1&sort=cpu&host=%ED%95%9C&peer=&flag");
        assertThat(links.self()).isEqualTo("/log?" + QUERY);
        assertThat(of(null).with("sort", 7)).isEqualTo("/log?sort=7");
        assertThat(of("sort=7").with("sort", "")).isEqualTo("/log");
        assertThat(of(null).self()).isEqualTo("/log");
    }

    @Test
    void leadBackToTheListThatWasLeftAndNowhereElse() {
        assertThat(Links.back("/alarm", "/alarm?q=a%20b&service=paasta%20/%20router&flag"))
            .isEqualTo("/alarm?q=a%20b&service=paasta%20/%20router&flag");
        for (String elsewhere : List.of("", "/alarm", "/incident?q=a", "//evil.example/alarm?q=a",
                "https://evil.example/", "/alarm?https://evil.example/", "/alarm?q=a#b", "/alarm?q=<script>",
                "/alarm?q=" + "a".repeat(2000))) {
            assertThat(Links.back("/alarm", elsewhere)).isEqualTo("/alarm");
        }
    }

    @Test
    void encodeWhatIsNew() {
        assertThat(of(null).with("group", "a b&c=d/e?f#g%41{x}\"<한"))
            .isEqualTo("/log?group=a%20b%26c%3Dd%2Fe%3Ff%23g%2541%7Bx%7D%22%3C%ED%95%9C");
    }

    @Test
    void beginAnotherFilterAtItsFirstPage() {
        Links links = of("after=abc&before=x&page=3&q=a");
        assertThat(links.with("zone", "z1")).isEqualTo("/log?q=a&zone=z1");
        assertThat(links.with("after", "def")).isEqualTo("/log?q=a&after=def");
        assertThat(links.first()).isEqualTo("/log?q=a");
    }

    @Test
    void leadToAnotherTime() {
        assertThat(of("from=x&to=y&q=a&after=z").range("7d")).isEqualTo("/log?q=a&range=7d");
        assertThat(of("range=7d&q=a").between(FROM, FROM.plusSeconds(60)))
            .isEqualTo("/log?q=a&from=2026-11-21T02:10:00Z&to=2026-11-21T02:11:00Z");
        assertThat(of(null).between(FROM, FROM)).startsWith("/log?from=2026");
    }

    @Test
    void leadToAFile() {
        assertThat(of("q=a&after=x").export("csv")).isEqualTo("/log/export?q=a&format=csv");
    }

    private static Links of(@Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/log");
        request.setQueryString(query);
        return new Links(request);
    }

}
