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

    /** The audit, newest first. */
    default PageOf<AuditEntry> audit(PageRequest page) {
        return audit("", page);
    }

    /**
     * The audit of one kind of action, newest first; of all if that is empty.
     */
    PageOf<AuditEntry> audit(String action, PageRequest page);

}
