package monitoring.relay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import monitoring.relay.intake.Source;
import monitoring.relay.intake.Transport;
import monitoring.relay.journal.JournalBlock;
import monitoring.relay.syslog.SyslogParser;
import monitoring.relay.syslog.SyslogProperties;
import monitoring.storage.log.LogEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JournalEntriesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private final JournalEntries entries = new JournalEntries(new SyslogParser(SyslogProperties.defaults()),
            new EntryCounters(this.registry));

    @Test
    void givesEachMessageAnIdThatNeverChanges() {
        List<LogEntry> read = this.entries.read(0xABCL, block(255, "<13>a", "<13>b"));
        assertThat(read).extracting(LogEntry::id).containsExactly("---------ew-------2z", "---------ew-------3-");
        assertThat(this.entries.read(0xABCL, block(255, "<13>a", "<13>b"))).isEqualTo(read);
    }

    @Test
    void countsWhatFitsNoParserAndWhatIsOdd() {
        this.entries.read(1, block(1, "just words", "<14>1 2026-11-21T02:00:00Z h p - - - {\"msg\":\"m\"}"));
        assertThat(this.registry.get("relay.syslog.parsed").tag("parser", "raw").counter().count()).isEqualTo(1);
        assertThat(this.registry.get("relay.syslog.parsed").tag("parser", "json").counter().count()).isEqualTo(1);
        assertThat(this.registry.get("relay.syslog.flagged").tag("flag", "no-syslog-header").counter().count())
            .isEqualTo(1);
    }

    private static JournalBlock block(long first, String... messages) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int[] starts = new int[messages.length];
        int[] lengths = new int[messages.length];
        for (int i = 0; i < messages.length; i++) {
            byte[] bytes = messages[i].getBytes(StandardCharsets.UTF_8);
            starts[i] = content.size();
            lengths[i] = bytes.length;
            content.writeBytes(bytes);
        }
        return new JournalBlock(first, Instant.parse("2026-11-21T02:00:01Z"),
                new Source(Transport.RELP, "10.0.1.17", 7), content.toByteArray(), starts, lengths);
    }

}
