package monitoring.relay.bench;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The relay's goals beside rsyslog's imrelp in the same run, from real senders. It takes
 * {@code -Dbench.laps=3}, {@code -Dbench.lines=1000000} and
 * {@code -Dbench.parts=plain,synced,tls,parsed,index,searchable}, and further keys and
 * JVM options of the relay as {@code -Dbench.keys=--relay.index.in-flight=4,...} and
 * {@code -Dbench.jvm="-Xlog:gc"}; needs root.
 */
class RelayBench {

    @TempDir
    private Path folder;

    /**
     * In a network of its own whose loopback has an MTU of 1500: on the usual one a stock
     * omrelp corks the socket and any receiver looks slow.
     */
    @Test
    void measures() throws Exception {
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare", "-n", "sh", "-c",
                "ip link set lo up mtu 1500 && exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        System.getProperties().forEach((key, value) -> {
            if (key.toString().startsWith("bench.")) {
                command.add("-D" + key + "=" + value);
            }
        });
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Goals.class.getName(), this.folder.toString()));
        Process measuring = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = measuring.inputReader()) {
            // what it wrote itself into this one's output would be lost in the build's
            said.lines().forEach(System.out::println);
        }
        assertThat(measuring.waitFor()).isZero();
    }

}
