package monitoring.storage.jdbc;

import java.time.ZoneId;

import monitoring.storage.alarm.Silence;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every silence store does. */
abstract class SilenceStoreContract {

    abstract SqlStores stores();

    @Test
    void keepsChangesAndDeletesASilence() {
        Silence.Matcher matcher = new Silence.Matcher(Origin.VM, Resource.CPU, "cf", "z1", "guid");
        Silence kept = stores().silences().save(silence("", matcher, "FREQ=WEEKLY;BYDAY=SU"));
        assertThat(kept).isEqualTo(silence(kept.id(), matcher, "FREQ=WEEKLY;BYDAY=SU"));
        Silence changed = silence(kept.id(), new Silence.Matcher(null, null, "", "", ""), "");
        assertThat(stores().silences().save(changed)).isEqualTo(changed);
        assertThat(stores().silences().list()).containsExactly(changed);
        stores().silences().delete(kept.id());
        assertThat(stores().silences().list()).isEmpty();
    }

    private static Silence silence(String id, Silence.Matcher matcher, String recurrence) {
        return new Silence(id, matcher, AlarmStoreContract.START, AlarmStoreContract.START.plusSeconds(3600),
                recurrence, ZoneId.of("Asia/Seoul"), "점검", "admin");
    }

}
