package monitoring.dashboard.notification;

import java.time.Duration;
import java.util.List;

import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.Severity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** In which order receivers are told when nobody acknowledges. */
class ChainLinkTest {

    @Test
    void putsReceiversInTheOrderInWhichTheyAreTold() {
        List<ChainLink> chain = ChainLink
            .chain(List.of(receiver("boss", 2, 0, true), receiver("lead", 1, 20, true), receiver("second", 1, 0, true),
                    receiver("ops", 0, 99, true), receiver("night", 0, 0, true), receiver("off", 0, 0, false)));
        assertThat(chain)
            .extracting(ChainLink::step, ChainLink::after,
                    (link) -> link.receivers().stream().map(Receiver::name).toList())
            .containsExactly(tuple(0, Duration.ZERO, List.of("night", "ops")),
                    tuple(1, Duration.ZERO, List.of("second")), tuple(0, Duration.ofMinutes(20), List.of("lead")),
                    tuple(2, Duration.ZERO, List.of("boss")));
    }

    private static Receiver receiver(String name, int level, int minutes, boolean enabled) {
        return new Receiver(name, name, Receiver.Channel.MAIL, name + "@example.org", "",
                new Receiver.Scope(null, "", "", Severity.WARNING, level, Duration.ofMinutes(minutes), false),
                Receiver.Style.DEFAULT, enabled);
    }

}
