package monitoring.metricagent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.metricagent.container.ContainerReader;
import monitoring.metricagent.container.ProgramReader;
import monitoring.metricagent.container.RepReader;
import monitoring.metricagent.host.HostReader;
import monitoring.metricagent.host.ProcessReader;
import monitoring.storage.metric.Sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import oshi.SystemInfo;

/**
 * Everything that is read of this VM at once; a source that fails leaves the others
 * alone.
 */
final class Readers {

    private static final Logger logger = LoggerFactory.getLogger(Readers.class);

    private static final Duration COMPLAIN_EVERY = Duration.ofMinutes(10);

    private final HostReader host;

    private final ProcessReader processes;

    private final ContainerReader containers;

    private Instant complainedAt = Instant.MIN;

    Readers(AgentProperties properties, SystemInfo system) {
        Map<String, String> identity = properties.identity().tags();
        this.host = new HostReader(system.getHardware(), system.getOperatingSystem(), properties.kind().metrics(),
                identity);
        this.processes = new ProcessReader(system.getOperatingSystem(), properties.kind().processes(), identity,
                properties.processes());
        this.containers = containers(properties, system);
    }

    private static ContainerReader containers(AgentProperties properties, SystemInfo system) {
        AgentProperties.ContainerSource source = properties.container();
        String ip = properties.identity().ip();
        return switch (source.kind()) {
            case NONE -> ContainerReader.NONE;
            case REP -> new RepReader(source.url(), ip, properties.identity().origin());
            case PROGRAMS -> new ProgramReader(Path.of(source.programs()), ip, system.getOperatingSystem(),
                    system.getHardware().getMemory().getTotal());
        };
    }

    List<Sample> read(Instant time) {
        List<Sample> samples = new ArrayList<>(this.host.read(time));
        samples.addAll(this.processes.read(time));
        try {
            samples.addAll(this.containers.read(time));
            this.complainedAt = Instant.MIN;
        }
        catch (IOException ex) {
            if (time.minus(COMPLAIN_EVERY).isAfter(this.complainedAt)) {
                this.complainedAt = time;
                logger.warn("No containers are read: {}", ex.getMessage());
            }
        }
        return samples;
    }

}
