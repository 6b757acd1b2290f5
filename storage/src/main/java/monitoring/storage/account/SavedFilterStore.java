package monitoring.storage.account;

import java.util.List;

/** Keeps the filters that people gave a name. */
public interface SavedFilterStore {

    /** Those of an account for a list, by name. */
    List<SavedFilter> list(String account, String page);

    /** Keeps a filter; one of the same name is replaced. */
    void save(SavedFilter filter);

    /** Forgets a filter, if it is the account's. */
    void delete(String account, String id);

}
