package monitoring.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import monitoring.localservers.Child;
import monitoring.localservers.Database;

/** The batch program in a JVM of its own, which a test can kill. */
final class BatchProcess {

    private BatchProcess() {
    }

    /**
     * Starts it.
     * @param name of the process and its log
     * @param folder of the log
     * @param keys {@code key=value}
     */
    static Child start(String name, Path folder, Database database, List<String> keys) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        BatchApplication.class.getName(), "--spring.datasource.url=" + database.url()));
        keys.forEach((key) -> command.add("--" + key));
        return Child.start(new Child.Spec(name, command, folder.resolve(name + ".log")).withEnvironment(Map
            .of("SPRING_DATASOURCE_USERNAME", database.username(), "SPRING_DATASOURCE_PASSWORD", database.password())));
    }

}
