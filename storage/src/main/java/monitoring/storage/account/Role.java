package monitoring.storage.account;

/** What an account may do; each may do what the one before may. */
public enum Role {

    /** Look at everything. */
    VIEWER,
    /** Also acknowledge, write actions, silence. */
    OPERATOR,
    /** Also change policies, receivers and accounts. */
    ADMINISTRATOR

}
