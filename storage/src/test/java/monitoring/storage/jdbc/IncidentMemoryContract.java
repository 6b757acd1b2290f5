package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;

import monitoring.storage.account.SavedFilter;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.Alarm.Progress;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.AlarmTarget;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentNote;
import monitoring.storage.alarm.SimilarIncident;
import monitoring.storage.alarm.SimilarIncident.Likeness;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every memory of incidents does, and what people keep beside it. */
abstract class IncidentMemoryContract {

    private static final Instant AT = AlarmStoreContract.START;

    abstract SqlStores stores();

    @BeforeEach
    void empty() {
        stores().clean();
    }

    @Test
    void keepsEveryVersionOfANote() {
        String id = incident("a");
        stores().memory().append(new IncidentNote(id, "# 원인\n<b>디스크</b>", "kim", AT));
        stores().memory().append(new IncidentNote(id, "# 원인\n로그", "lee", AT.plusSeconds(60)));
        List<IncidentNote> notes = stores().memory().notes(id);
        assertThat(notes).extracting(IncidentNote::user).containsExactly("lee", "kim");
        assertThat(notes.get(1).text()).isEqualTo("# 원인\n<b>디스크</b>");
        assertThat(notes.get(1).at()).isEqualTo(AT);
        assertThat(stores().memory().notes("999")).isEmpty();
        assertThat(stores().memory().notes("no number")).isEmpty();
    }

    @Test
    void findsWhatWasAlikeMostAlikeFirst() {
        String deployment = incident("deployment");
        alarm("other", Resource.CPU, "cf", deployment);
        String target = incident("target");
        alarm("guid", Resource.DISK, "cf", target);
        String same = incident("same");
        alarm("guid", Resource.CPU, "cf", same);
        String foreign = incident("foreign");
        alarm("foreign", Resource.CPU, "other", foreign);
        stores().memory().append(new IncidentNote(same, "learned", "kim", AT));
        String own = incident("own");
        Alarm alarm = alarm("guid", Resource.CPU, "cf", own);
        List<SimilarIncident> found = stores().memory().similar(alarm, 10);
        assertThat(found).extracting((one) -> one.incident().id()).containsExactly(same, target, deployment);
        assertThat(found).extracting(SimilarIncident::likeness)
            .containsExactly(Likeness.SAME, Likeness.TARGET, Likeness.DEPLOYMENT);
        assertThat(found).extracting(SimilarIncident::noted).containsExactly(true, false, false);
        assertThat(stores().memory().similar(alarm, 1)).hasSize(1);
    }

    @Test
    void looksPastAnIncidentOfManyAlarms() {
        String small = incident("small");
        alarm("s", Resource.CPU, "cf", small);
        String great = incident("great");
        for (int i = 0; i < 20; i++) {
            alarm("g" + i, Resource.CPU, "cf", great);
        }
        Alarm own = alarm("o", Resource.CPU, "cf", incident("own"));
        assertThat(stores().memory().similar(own, 2)).extracting((one) -> one.incident().id())
            .containsExactly(great, small);
        assertThat(stores().memory().similar(alarm("x", Resource.CPU, "", incident("nowhere")), 5)).isEmpty();
    }

    @Test
    void keepsFiltersByAccount() {
        stores().savedFilters().save(new SavedFilter("", "kim", "alarm", "밤", "severity=CRITICAL"));
        stores().savedFilters().save(new SavedFilter("", "kim", "alarm", "밤", "severity=FAIL"));
        stores().savedFilters().save(new SavedFilter("", "lee", "alarm", "mine", "q=cell"));
        List<SavedFilter> kims = stores().savedFilters().list("kim", "alarm");
        assertThat(kims).extracting(SavedFilter::query).containsExactly("severity=FAIL");
        stores().savedFilters().delete("lee", kims.get(0).id());
        assertThat(stores().savedFilters().list("kim", "alarm")).hasSize(1);
        stores().savedFilters().delete("kim", kims.get(0).id());
        assertThat(stores().savedFilters().list("kim", "alarm")).isEmpty();
        assertThat(stores().savedFilters().list("lee", "alarm")).hasSize(1);
    }

    @Test
    void hasNoRunsWhereNoBatchEverRan() {
        assertThat(stores().runs().runs("", "", new PageRequest(0, 10)).total()).isZero();
        assertThat(stores().runs().sums(AT)).isEmpty();
    }

    private String incident(String key) {
        return stores().incidents()
            .save(new Incident("", key, Severity.CRITICAL, Incident.State.RESOLVED, AT, AT, null, null, key, ""))
            .id();
    }

    private Alarm alarm(String target, Resource resource, String deployment, String incident) {
        AlarmTarget of = new AlarmTarget(Origin.VM, target, target, "10.0.1.3", deployment, "z1", "");
        Progress progress = new Progress(AT, AT, null, AT.plusSeconds(60), "system", 1, 0, null);
        return stores().alarms()
            .save(new Alarm("", of, resource, Severity.CRITICAL, AlarmState.RESOLVED, new Alarm.Reading(95, 90, AT),
                    progress, incident));
    }

}
