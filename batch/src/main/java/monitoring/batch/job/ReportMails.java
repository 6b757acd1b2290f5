package monitoring.batch.job;

import monitoring.batch.notify.MailNotifier;
import monitoring.batch.report.ReportPost;

/** Sends reports as mails. */
final class ReportMails implements ReportPost {

    private final MailNotifier mails;

    ReportMails(MailNotifier mails) {
        this.mails = mails;
    }

    @Override
    public void send(String address, String reportId, Letter letter) {
        this.mails.send(address, reportId, letter.subject(), letter.plain(), letter.html());
    }

}
