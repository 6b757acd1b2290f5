package monitoring.batch.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.alarm.AlarmState;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.Silence;
import monitoring.storage.inventory.Change;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.notification.Notification;
import monitoring.storage.notification.Notification.State;
import monitoring.storage.notification.Reason;
import monitoring.storage.notification.Receiver;
import monitoring.storage.paging.PageRequest;
import monitoring.storage.policy.Severity;
import monitoring.storage.policy.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What an administrator may trust at night, told on a time line of half minutes. */
class NightTest {

    @RegisterExtension
    static final Nights nights = new Nights();

    private final Night night = nights.begin();

    @Test
    void tellsTheReceiversOfTheOriginOnceAndOfTheRecovery() {
        this.night.receiver("ops", Origin.VM, 0);
        this.night.receiver("apps", Origin.CONTAINER, 0);
        this.night.play(new double[] { 50, 91, 92, 93, 70 }, "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops RECOVERED web1/0");
        assertThat(this.night.told.get(1).inReplyTo()).isEqualTo(this.night.told.get(0).id());
        assertThat(this.night.incidents.open()).isEmpty();
    }

    @Test
    void tellsOfTheSameAlarmWhenItGetsWorse() {
        this.night.receiver("ops", null, 0);
        this.night.play(new double[] { 85, 95, 95 }, "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops ESCALATED web1/0");
        assertThat(this.night.open()).containsExactly("web1/0 CPU RAISED CRITICAL");
        assertThat(this.night.incidents.open()).extracting(Incident::severity).containsExactly(Severity.CRITICAL);
    }

    @Test
    void remembersWithAnIncidentWhatWasDeployedWithinTheHour() {
        Instant now = this.night.clock.instant();
        this.night.inventory.keepChanges(
                List.of(new Change("bosh", "42", "cf", "update deployment cf", "kim", now.minusSeconds(600)),
                        new Change("bosh", "41", "cf", "update deployment cf", "lee", now.minusSeconds(7200)),
                        new Change("bosh", "43", "mysql", "update deployment mysql", "lee", now.minusSeconds(60))),
                now);
        this.night.play(new double[] { 95 }, "web1");
        this.night.addSnapshots();
        assertThat(this.night.incidents.open()).singleElement()
            .satisfies((incident) -> assertThat(incident.snapshot()).contains("\"deployed\":[{")
                .contains("update deployment cf", "kim")
                .doesNotContain("lee"));
    }

    @Test
    void repeatsUntilSomebodyTakesIt() {
        this.night.receiver("ops", null, 0);
        this.night.play(Night.filled(25, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops REPEATED web1/0");
        Alarm alarm = this.night.alarms.open().get(0);
        this.night.alarms.save(alarm.withState(AlarmState.ACKNOWLEDGED));
        this.night.play(Night.filled(60, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops REPEATED web1/0",
                "ops ACKNOWLEDGED web1/0");
        assertThat(this.night.open()).containsExactly("web1/0 CPU ACKNOWLEDGED CRITICAL");
    }

    @Test
    void tellsTheOthersWhatSomebodyDid() {
        this.night.receiver("ops", null, 0);
        this.night.play(new double[] { 91 }, "web1");
        this.night.decide(AlarmState.ACKNOWLEDGED);
        this.night.play(Night.filled(3, 91), "web1");
        this.night.decide(AlarmState.RESOLVED);
        this.night.play(Night.filled(3, 20), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops ACKNOWLEDGED web1/0",
                "ops RESOLVED_BY_HAND web1/0");
        assertThat(this.night.incidents.open()).isEmpty();
    }

    @Test
    void tellsTheNextOneWhenNobodyTakesIt() {
        this.night.receiver("first", null, 0);
        this.night.receiver("second", null, 1);
        this.night.policies.set(Origin.VM, Resource.CPU, new Threshold(80, 90));
        this.night.play(Night.filled(32, 91), "web1");
        assertThat(this.night.told()).containsSubsequence("first RAISED web1/0", "second RAISED web1/0");
    }

    @Test
    void repeatsNothingToTheNextOneBeforeItsTurn() {
        Receiver.Scope patient = new Receiver.Scope(null, "", "", Severity.WARNING, 1, Duration.ofMinutes(30), false);
        this.night.receiver(new Receiver("", "second", Receiver.Channel.MAIL, "second@example.org", "", patient,
                new Receiver.Style(Locale.ENGLISH, ZoneOffset.UTC, 0), true));
        this.night.play(Night.filled(62, 91), "web1");
        assertThat(this.night.told()).containsExactly("second RAISED web1/0");
        this.night.play(Night.filled(20, 91), "web1");
        assertThat(this.night.told()).containsExactly("second RAISED web1/0", "second REPEATED web1/0");
    }

    @Test
    void tellsTheNextOneAtOnceOfWhatItKnowsAndGetsWorse() {
        this.night.receiver("second", null, 1);
        this.night.play(Night.filled(32, 85), "web1");
        this.night.play(new double[] { 95 }, "web1");
        assertThat(this.night.told()).containsExactly("second RAISED web1/0", "second ESCALATED web1/0");
    }

    @Test
    void doesNotTellTheNextOneWhenSomebodyTookIt() {
        this.night.receiver("second", null, 1);
        this.night.play(Night.filled(2, 91), "web1");
        this.night.alarms.save(this.night.alarms.open().get(0).withState(AlarmState.ACKNOWLEDGED));
        this.night.play(Night.filled(40, 91), "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().state()).containsExactly(State.SUPPRESSED);
        assertThat(this.night.outbox().get(0).delivery().detail()).startsWith("ACKNOWLEDGED before it was due");
    }

    @Test
    void sendsATestMessageByItselfAndInASilence() {
        Receiver ops = this.night.receiver("ops", null, 0);
        silence(Duration.ofMinutes(5));
        this.night.notifications.enqueue(Notification.test(ops.id(), "kim", this.night.clock.instant()));
        this.night.notifications.enqueue(Notification.test("gone", "kim", this.night.clock.instant()));
        this.night.play(Night.filled(2, 91), "web1");
        assertThat(this.night.told).singleElement()
            .satisfies((message) -> assertThat(message.items()).singleElement()
                .satisfies((item) -> assertThat(item.by()).isEqualTo("kim")));
        assertThat(this.night.notifications.list(null, "", new PageRequest(0, 100)).items())
            .filteredOn((one) -> one.reason() == Reason.TEST)
            .extracting((one) -> one.delivery().state())
            .containsExactlyInAnyOrder(State.SENT, State.SUPPRESSED);
    }

    @Test
    void waitsOutASilence() {
        this.night.receiver("ops", null, 0);
        silence(Duration.ofMinutes(5));
        this.night.play(Night.filled(9, 91), "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(this.night.outbox().get(0).delivery().detail()).contains("silenced by kim").contains("patching");
        this.night.play(Night.filled(3, 91), "web1");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0");
    }

    @Test
    void putsWhatALongSilenceHeldBackIntoOneMessage() {
        this.night.receiver("ops", null, 0);
        silence(Duration.ofMinutes(35));
        this.night.play(Night.filled(72, 91), "web1");
        assertThat(this.night.told).hasSize(1);
        assertThat(this.night.told()).startsWith("ops RAISED web1/0").contains("ops REPEATED web1/0");
    }

    @Test
    void tellsNothingOfWhatCameAndWentWithinASilence() {
        this.night.receiver("ops", null, 0);
        silence(Duration.ofMinutes(5));
        this.night.play(new double[] { 91, 91, 50, 50 }, "web1");
        this.night.play(Night.filled(20, 50), "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().state()).containsExactly(State.SUPPRESSED);
        assertThat(this.night.outbox().get(0).delivery().detail())
            .startsWith("RESOLVED before it was due; silenced by kim");
    }

    @Test
    void tellsAReceiverNoMoreThanItWantsInAnHourAndTheRestLater() {
        this.night.receiver(receiver("ops", Severity.WARNING, 2));
        this.night.play(new double[] { 91 }, "web1");
        this.night.play(new double[] { 91 }, "web1", "db2");
        this.night.play(Night.filled(100, 91), "web1", "db2", "api3");
        assertThat(this.night.told()).containsExactly("ops RAISED web1/0", "ops RAISED db2/0");
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().detail())
            .contains("rate-limited: 2 messages an hour");
        this.night.play(Night.filled(40, 91), "web1", "db2", "api3");
        assertThat(this.night.told()).contains("ops RAISED api3/0");
        assertThat(this.night.told).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void saysThatAnAlarmIsNotBadEnoughForAReceiver() {
        this.night.receiver(receiver("boss", Severity.CRITICAL, 0));
        this.night.play(new double[] { 85 }, "web1");
        assertThat(this.night.told()).isEmpty();
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().state(), (one) -> one.delivery().detail())
            .containsExactly(tuple(State.SUPPRESSED, "WARNING is below CRITICAL"));
        this.night.play(new double[] { 95 }, "web1");
        assertThat(this.night.told()).containsExactly("boss ESCALATED web1/0");
    }

    private static Receiver receiver(String name, Severity minimum, int hourlyLimit) {
        return new Receiver("", name, Receiver.Channel.MAIL, name + "@example.org", "",
                new Receiver.Scope(null, "", "", minimum, 0),
                new Receiver.Style(Locale.ENGLISH, ZoneOffset.UTC, hourlyLimit), true);
    }

    @Test
    void saysThatThereIsNobodyToTell() {
        this.night.play(new double[] { 91 }, "web1");
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().detail())
            .containsExactly("no receiver for VM");
    }

    @Test
    void putsFiveHundredBreachesIntoOneMessage() {
        this.night.receiver("ops", null, 0);
        String[] names = IntStream.range(0, 500).mapToObj((number) -> "web" + number).toArray(String[]::new);
        this.night.play(new double[] { 95 }, names);
        assertThat(this.night.told).hasSize(1);
        assertThat(this.night.told.get(0).items()).hasSize(500);
        assertThat(this.night.outbox()).extracting((one) -> one.delivery().state()).contains(State.SENT, State.GROUPED);
        this.night.play(new double[] { 20 }, names);
        assertThat(this.night.told).hasSize(2);
        assertThat(this.night.open()).isEmpty();
    }

    @Test
    void callsAnIncidentAsBadAsTheWorstThatIsOpen() {
        this.night.play(new double[] { 85 }, "web1");
        assertThat(incident()).isEqualTo("web1/0 CPU: WARNING OPEN");
        this.night.play(new double[] { 95 }, "web1");
        assertThat(incident()).isEqualTo("web1/0 CPU: CRITICAL OPEN");
        this.night.play(new double[] { 84, 84, 84, 84 }, "web1");
        assertThat(this.night.open()).containsExactly("web1/0 CPU RAISED WARNING");
        assertThat(incident()).isEqualTo("web1/0 CPU: WARNING OPEN");
    }

    private String incident() {
        Incident incident = this.night.incidents.open().get(0);
        return incident.title() + ": " + incident.severity() + " " + incident.state();
    }

    private void silence(Duration length) {
        Instant now = this.night.clock.instant();
        this.night.silences.save(new Silence("", new Silence.Matcher(null, null, "", "", ""), now, now.plus(length), "",
                "patching", "kim"));
    }

}
