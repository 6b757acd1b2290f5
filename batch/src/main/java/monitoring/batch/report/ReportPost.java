package monitoring.batch.report;

/** The way reports go out. */
public interface ReportPost {

    /**
     * Hands a report over.
     * @throws RuntimeException if it was not taken
     */
    void send(String address, String reportId, Letter letter);

    /**
     * A report as a mail.
     *
     * @param subject one line
     * @param plain text body
     * @param html HTML body
     */
    record Letter(String subject, String plain, String html) {
    }

}
