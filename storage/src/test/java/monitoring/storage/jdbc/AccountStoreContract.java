package monitoring.storage.jdbc;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
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
        return new Account(name, "{bcrypt}x", role, "", Locale.KOREAN, ZoneId.of("Asia/Seoul"), true);
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
    void listsTheAuditNewestFirst() {
        Instant start = AlarmStoreContract.START;
        AuditEntry first = new AuditEntry(start, "kim", "policy.save", "alarm_policies/4", "85 → 80");
        AuditEntry second = new AuditEntry(start.plusMillis(1), "kim", "login", "accounts/kim", "");
        accounts().append(first);
        accounts().append(second);
        assertThat(accounts().audit(new PageRequest(0, 10)).items()).containsExactly(second, first);
    }

}
