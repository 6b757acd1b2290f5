package monitoring.storage.jdbc;

import java.time.Instant;
import java.util.List;

import monitoring.storage.notification.AcknowledgeLink;
import monitoring.storage.notification.AcknowledgeLinks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What links promise, on each SQL server. */
abstract class AcknowledgeLinksContract {

    private static final AcknowledgeLink LINK = new AcknowledgeLink("<notification-7.1@example.org>", "target:1",
            SqlStores.NOW.plusSeconds(3600));

    abstract SqlStores stores();

    @Test
    void readsWhatAnotherProgramSigned() {
        AcknowledgeLinks batch = new JdbcAcknowledgeLinks(stores().database());
        AcknowledgeLinks dashboard = new JdbcAcknowledgeLinks(stores().database());
        String token = batch.token(LINK);
        assertThat(dashboard.read(token)).contains(LINK);
        assertThat(dashboard.token(LINK)).isEqualTo(token);
        assertThat(token).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void readsNothingThatSomebodyTamperedWith() {
        AcknowledgeLinks links = stores().links();
        String token = links.token(LINK);
        String other = links.token(new AcknowledgeLink(LINK.messageId(), "target:2", LINK.expiresAt()));
        String swapped = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));
        for (int at = 0; at < token.length(); at++) {
            char changed = (token.charAt(at) == 'A') ? 'B' : 'A';
            assertThat(links.read(token.substring(0, at) + changed + token.substring(at + 1))).as("at " + at).isEmpty();
        }
        for (String bad : List.of(swapped, "", ".", "a", "a.b", token + "A", token.substring(1), "%%%.%%%",
                token.repeat(20))) {
            assertThat(links.read(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void isUsedOnce() {
        AcknowledgeLinks links = stores().links();
        assertThat(links.isUsed(LINK)).isFalse();
        assertThat(links.use(LINK, "ops", SqlStores.NOW)).isTrue();
        assertThat(links.use(LINK, "ops", SqlStores.NOW)).isFalse();
        assertThat(links.isUsed(LINK)).isTrue();
    }

    @Test
    void isUsedOnceWithinATransactionThatGoesOn() {
        AcknowledgeLinks links = stores().links();
        links.use(LINK, "ops", SqlStores.NOW);
        Boolean read = stores().transactions().execute((status) -> {
            links.use(LINK, "ops", SqlStores.NOW);
            return links.isUsed(LINK);
        });
        assertThat(read).isTrue();
    }

    @Test
    void isVoidWhenTheKeyIsGone() {
        String token = stores().links().token(LINK);
        stores().sql().sql("delete from signing_keys").update();
        assertThat(stores().links().read(token)).isEmpty();
        assertThat(stores().links().read(stores().links().token(LINK))).contains(LINK);
    }

    @Test
    void remembersUsedLinksUntilTheyExpire() {
        AcknowledgeLinks links = stores().links();
        links.use(LINK, "ops", SqlStores.NOW);
        Instant expiry = LINK.expiresAt();
        assertThat(links.forgetExpired(expiry)).isZero();
        assertThat(links.forgetExpired(expiry.plusSeconds(1))).isEqualTo(1);
        assertThat(LINK.isExpiredAt(expiry.minusSeconds(1))).isFalse();
        assertThat(LINK.isExpiredAt(expiry)).isTrue();
    }

}
