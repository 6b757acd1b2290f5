package monitoring.storage.jdbc;

import monitoring.storage.notification.SentReports;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the books of reports promise, on each SQL server. */
abstract class SentReportsContract {

    abstract SqlStores stores();

    @Test
    void givesAReportForAnAddressToOneTakerUntilItIsGivenBack() {
        SentReports reports = new JdbcSentReports(stores().database());
        assertThat(reports.take("week-1", "a@example.org", SqlStores.NOW)).isTrue();
        assertThat(reports.take("week-1", "a@example.org", SqlStores.NOW)).isFalse();
        assertThat(reports.take("week-1", "b@example.org", SqlStores.NOW)).isTrue();
        assertThat(reports.take("week-2", "a@example.org", SqlStores.NOW)).isTrue();
        reports.giveBack("week-1", "a@example.org");
        assertThat(reports.take("week-1", "a@example.org", SqlStores.NOW)).isTrue();
        assertThat(reports.forgetBefore(SqlStores.NOW)).isZero();
        assertThat(reports.forgetBefore(SqlStores.NOW.plusSeconds(1))).isEqualTo(3);
    }

}
