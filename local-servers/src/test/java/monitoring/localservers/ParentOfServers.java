package monitoring.localservers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A program that starts servers from a thread that ends, writes their process ids into a
 * file and waits to be killed.
 */
final class ParentOfServers {

    private ParentOfServers() {
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        StringBuilder pids = new StringBuilder();
        Thread starter = new Thread(() -> {
            // a server that does not start must not leave its parent waiting for ever
            Thread.setDefaultUncaughtExceptionHandler((thread, ex) -> {
                ex.printStackTrace();
                System.exit(1);
            });
            pids.append(InfluxServer.start(folder.resolve("influx"), 0).child().pid()).append(' ');
            pids.append(ElasticsearchServer.start(folder.resolve("es"), 0).child().pid()).append(' ');
            pids.append(MariaDbServer.start(folder.resolve("maria"), 0).child().pid()).append(' ');
            pids.append(PostgresServer.start(folder.resolve("postgres"), 0).child().pid());
        });
        starter.start();
        starter.join();
        Files.writeString(folder.resolve("pids.new"), pids);
        Files.move(folder.resolve("pids.new"), folder.resolve("pids"));
        new CountDownLatch(1).await();
    }

}
