package monitoring.storage.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * One log event, whatever format it came in.
 *
 * @param id stable from the moment it was received, so that writing it again overwrites
 * it
 * @param time when it happened, by its sender's clock unless a flag says otherwise
 * @param receivedAt when the relay took it
 * @param peer address of the sender
 * @param message what people read
 * @param syslog what the syslog header said
 * @param instance the BOSH instance that sent it, if it said so
 * @param app the app instance that wrote it, if there is one
 * @param fields everything else that was parsed out of it; strings, numbers, booleans;
 * copied
 * @param parser name of the parser that fitted, {@code raw} if none
 * @param flags what is odd about it, such as {@code parse-failed} or
 * {@code time-of-receipt}; copied
 */
public record LogEntry(String id, Instant time, Instant receivedAt, String peer, String message, SyslogHeader syslog,
        @Nullable BoshInstance instance, @Nullable AppSource app, Map<String, Object> fields, String parser,
        Set<String> flags) {

    public LogEntry {
        requireNonNull(id, "id");
        requireNonNull(time, "time");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(peer, "peer");
        requireNonNull(message, "message");
        requireNonNull(syslog, "syslog");
        requireNonNull(parser, "parser");
        fields = Map.copyOf(fields);
        flags = Set.copyOf(flags);
        if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > 512) {
            throw new IllegalArgumentException("id: " + id + " (expected: 1..512 bytes)");
        }
    }

    /**
     * What people know its sender by: the app's instance, else the job, else the host.
     */
    public String source() {
        if (this.app != null && !this.app.name().isEmpty()) {
            return this.app.name() + "/" + this.app.index();
        }
        return (this.instance != null && !this.instance.group().isEmpty()) ? this.instance.group() : this.syslog.host();
    }

    /**
     * What wrote it: the app's process, whose APP-NAME is only a GUID, else the program.
     */
    public String writer() {
        return (this.app != null && !this.app.source().isEmpty()) ? this.app.source() : this.syslog.program();
    }

    /**
     * What the syslog header said; empty strings where it said nothing.
     *
     * @param severity as the body tells it where it does, else of the header
     * @param facility 0..23
     * @param host name or address
     * @param program APP-NAME or tag
     * @param processId PROCID or pid
     * @param messageId MSGID
     */
    public record SyslogHeader(LogSeverity severity, int facility, String host, String program, String processId,
            String messageId) {

        public SyslogHeader {
            requireNonNull(severity, "severity");
            requireNonNull(host, "host");
            requireNonNull(program, "program");
            requireNonNull(processId, "processId");
            requireNonNull(messageId, "messageId");
            if (facility < 0 || facility > 23) {
                throw new IllegalArgumentException("facility: " + facility + " (expected: 0..23)");
            }
        }

    }

    /**
     * The BOSH instance of structured data {@code instance@47450}; empty strings where it
     * said nothing.
     *
     * @param director its director
     * @param deployment its deployment
     * @param group its instance group (job)
     * @param zone its availability zone
     * @param id its GUID
     */
    public record BoshInstance(String director, String deployment, String group, String zone, String id) {

        public BoshInstance {
            requireNonNull(director, "director");
            requireNonNull(deployment, "deployment");
            requireNonNull(group, "group");
            requireNonNull(zone, "zone");
            requireNonNull(id, "id");
        }

    }

    /**
     * The app instance that wrote a line; empty strings where it is not known.
     *
     * @param guid of the app
     * @param name of the app
     * @param space its space
     * @param organization its organization
     * @param source such as {@code APP/PROC/WEB} or {@code RTR}
     * @param index of the instance, -1 where it is not known
     */
    public record AppSource(String guid, String name, String space, String organization, String source, int index) {

        public AppSource {
            requireNonNull(guid, "guid");
            requireNonNull(name, "name");
            requireNonNull(space, "space");
            requireNonNull(organization, "organization");
            requireNonNull(source, "source");
        }

    }

}
