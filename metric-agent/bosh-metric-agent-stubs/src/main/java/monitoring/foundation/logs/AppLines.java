package monitoring.foundation.logs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import monitoring.foundation.logs.Syslog.AppLine;

/**
 * What apps write: plain lines, JSON, key=value, and stack traces line by line, as Cloud
 * Foundry sends them.
 */
final class AppLines {

    private static final DateTimeFormatter LOGBACK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS")
        .withZone(ZoneId.of("Asia/Seoul"));

    private static final List<String> PATHS = List.of("/api/v1/orders", "/api/v1/tickets", "/login", "/search",
            "/api/v1/customers/{id}", "/health", "/notices");

    private static final List<List<String>> FAILURES = List.of(List.of(
            "org.springframework.dao.DataAccessResourceFailureException: Unable to acquire JDBC Connection",
            "\tat org.example.ticket.OrderRepository.save(OrderRepository.java:87)",
            "\tat org.example.ticket.OrderService.place(OrderService.java:141)",
            "\tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)",
            "Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.",
            "\tat com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:696)", "\t... 42 more"),
            List.of("java.util.concurrent.RejectedExecutionException: Task rejected, queue is full: 200",
                    "\tat org.example.ticket.SeatAllocator.submit(SeatAllocator.java:58)",
                    "\tat org.example.ticket.TicketController.reserve(TicketController.java:33)",
                    "\tat java.base/java.lang.Thread.run(Thread.java:840)"),
            List.of("java.net.SocketTimeoutException: Read timed out",
                    "\tat java.base/sun.nio.ch.NioSocketImpl.timedRead(NioSocketImpl.java:288)",
                    "\tat org.example.gateway.PaymentClient.authorize(PaymentClient.java:102)",
                    "\tat org.example.gateway.PaymentService.pay(PaymentService.java:64)"));

    private final Dice dice;

    AppLines(Dice dice) {
        this.dice = dice;
    }

    String ordinary(AppLine app, Instant time) {
        String path = this.dice.one(PATHS).replace("{id}", Integer.toString(this.dice.below(90_000)));
        int millis = 3 + this.dice.below(180);
        String text = switch (app.app().number() % 3) {
            case 0 -> LOGBACK.format(time) + "  INFO 17 --- [nio-8080-exec-" + this.dice.below(20)
                    + "] o.e.ticket.RequestLog : GET " + path + " 200 " + millis + "ms";
            case 1 ->
                "{\"@timestamp\":\"" + time + "\",\"log.level\":\"info\",\"message\":\"request served\",\"path\":\""
                        + path + "\",\"duration_ms\":" + millis + ",\"trace_id\":\"" + this.dice.hex(16) + "\"}";
            default -> "level=info ts=" + time + " path=" + path + " status=200 duration_ms=" + millis + " user=u"
                    + this.dice.below(5000);
        };
        return Syslog.ofApp(app, time, text);
    }

    /** An error with its stack trace, each line for itself. */
    List<String> failure(AppLine app, Instant time) {
        AppLine toError = new AppLine(app.app(), app.space(), app.index(), Syslog.ERROR);
        List<String> lines = new ArrayList<>();
        lines.add(Syslog.ofApp(toError, time, LOGBACK.format(time) + " ERROR 17 --- [nio-8080-exec-"
                + this.dice.below(20) + "] o.e.ticket.TicketController : request " + this.dice.hex(12) + " failed"));
        for (String line : this.dice.one(FAILURES)) {
            lines.add(Syslog.ofApp(toError, time.plusNanos(1000L * lines.size()), line));
        }
        return lines;
    }

}
