package monitoring.storage.jdbc;

import java.time.Instant;

import monitoring.storage.notification.SentReports;

/** Keeps which report went to whom. */
final class JdbcSentReports implements SentReports {

    private final Database database;

    JdbcSentReports(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(String report, String address, Instant now) {
        return this.database.insertIfAbsent("sent_reports",
                new Row().with("report", report).withText("address", address, 255).withMicros("sent_at", now));
    }

    @Override
    public void giveBack(String report, String address) {
        this.database.sql("delete from sent_reports where report = ? and address = ?")
            .params(report, Row.cut(address, 255))
            .update();
    }

    @Override
    public int forgetBefore(Instant time) {
        return this.database.sql("delete from sent_reports where sent_at < ?").param(Times.micros(time)).update();
    }

}
