package monitoring.storage.notification;

import monitoring.storage.metric.Origin;
import monitoring.storage.policy.Severity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReceiverTest {

    private static Receiver receiver(String address) {
        return new Receiver("1", "Ops", Receiver.Channel.TELEGRAM, address, "0:invented", Receiver.Scope.of(Origin.VM),
                Receiver.Style.DEFAULT, true);
    }

    @Test
    void neverShowsItsSecret() {
        assertThat(receiver("-100")).hasToString("TELEGRAM Ops");
    }

    @Test
    void refusesToBeNowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> receiver(" "))
            .withMessage("address of receiver Ops: blank (expected: where to send to)");
    }

    @Test
    void refusesALevelOrALimitBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Receiver.Scope(null, "", "", Severity.WARNING, -1))
            .withMessage("level: -1 (expected: >= 0)");
        Receiver.Style style = Receiver.Style.DEFAULT;
        assertThatIllegalArgumentException().isThrownBy(() -> new Receiver.Style(style.language(), style.zone(), -1))
            .withMessage("hourlyLimit: -1 (expected: >= 0)");
    }

}
