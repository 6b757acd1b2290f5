package monitoring.storage.account;

import java.util.List;
import java.util.Optional;

import monitoring.storage.paging.PageOf;
import monitoring.storage.paging.PageRequest;

/** Keeps accounts and the audit. */
public interface AccountStore {

    List<Account> accounts();

    Optional<Account> account(String name);

    Account save(Account account);

    void delete(String name);

    void append(AuditEntry entry);

    /** Newest first. */
    PageOf<AuditEntry> audit(PageRequest page);

}
