package monitoring.storage.jdbc;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.ApiToken;
import monitoring.storage.account.AuditEntry;
import monitoring.storage.account.Role;
import monitoring.storage.paging.PageRequest;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every account store does. */
abstract class AccountStoreContract {

    abstract SqlStores stores();

    private AccountStore accounts() {
        return stores().accounts();
    }

    private static Account account(String name, Role role) {
        return new Account(name, "{bcrypt}x", role, Set.of(), Locale.KOREAN, ZoneId.of("Asia/Seoul"), true);
    }

    @Test
    void keepsChangesAndDeletesAnAccount() {
        accounts().save(account("kim", Role.VIEWER));
        assertThat(accounts().save(account("kim", Role.ADMINISTRATOR))).isEqualTo(account("kim", Role.ADMINISTRATOR));
        accounts().save(account("Kim", Role.OPERATOR));
        assertThat(accounts().accounts()).containsExactlyInAnyOrder(account("Kim", Role.OPERATOR),
                account("kim", Role.ADMINISTRATOR));
        accounts().delete("kim");
        assertThat(accounts().account("kim")).isEmpty();
        assertThat(accounts().account("Kim")).isPresent();
    }

    @Test
    void keepsTheOrganizationsOfABoundViewer() {
        Account bound = new Account("lee", "{bcrypt}x", Role.VIEWER, Set.of("finance", "재무 / 회계"), Locale.ENGLISH,
                ZoneId.of("UTC"), true);
        assertThat(accounts().save(bound)).isEqualTo(bound);
        assertThat(accounts().account("lee").orElseThrow().organizations()).containsExactly("finance", "재무 / 회계");
    }

    @Test
    void keepsWhoseAccountItIsAtTheUaa() {
        Account local = account("park", Role.VIEWER);
        assertThat(accounts().save(local).isOfUaa()).isFalse();
        Account unknown = local.withUaaUser("");
        assertThat(accounts().save(unknown)).isEqualTo(unknown);
        Account known = local.withUaaUser("7f3c");
        assertThat(accounts().save(known)).isEqualTo(known);
        assertThat(accounts().account("park").orElseThrow().isOfUaa()).isTrue();
    }

    @Test
    void keepsATokenUntilItsAccountGoes() {
        Instant start = AlarmStoreContract.START;
        accounts().save(account("kim", Role.VIEWER));
        ApiToken token = new ApiToken("0a1b", "kim", "grafana", "ab".repeat(32), ApiScope.READ, start,
                start.plusSeconds(60), null);
        stores().tokens().append(token);
        assertThat(stores().tokens().find("0a1b")).contains(token);
        stores().tokens().used("0a1b", start.plusSeconds(5));
        assertThat(stores().tokens().ofAccount("kim")).singleElement()
            .satisfies((kept) -> assertThat(kept.usedAt()).isEqualTo(start.plusSeconds(5)));
        accounts().delete("kim");
        assertThat(stores().tokens().find("0a1b")).isEmpty();
    }

    @Test
    void suspendsTheTokensOfOneAccountAndResumesThem() {
        Instant start = AlarmStoreContract.START;
        for (String name : List.of("kim", "lee")) {
            accounts().save(account(name, Role.VIEWER));
            stores().tokens()
                .append(new ApiToken("of-" + name, name, "grafana", "ab".repeat(32), ApiScope.READ, start,
                        start.plusSeconds(60), null));
        }
        assertThat(stores().tokens().suspend("kim", start)).isOne();
        assertThat(stores().tokens().suspend("kim", start)).isZero();
        assertThat(stores().tokens().find("of-kim")).isEmpty();
        assertThat(stores().tokens().ofAccount("kim")).hasSize(1);
        assertThat(stores().tokens().find("of-lee")).isPresent();
        assertThat(stores().tokens().resume("kim")).isOne();
        assertThat(stores().tokens().resume("kim")).isZero();
        assertThat(stores().tokens().find("of-kim")).isPresent();
    }

    @Test
    void listsTheAuditNewestFirst() {
        Instant start = AlarmStoreContract.START;
        AuditEntry first = new AuditEntry(start, "kim", "policy.save", "alarm_policies/4", "85 → 80");
        AuditEntry second = new AuditEntry(start.plusMillis(1), "kim", "login", "accounts/kim", "");
        accounts().append(first);
        accounts().append(second);
        assertThat(accounts().audit(new PageRequest(0, 10)).items()).containsExactly(second, first);
        assertThat(accounts().audit("policy.save", new PageRequest(0, 10)).items()).containsExactly(first);
        assertThat(accounts().audit("policy", new PageRequest(0, 10)).items()).isEmpty();
    }

}
