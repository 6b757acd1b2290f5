package monitoring.storage.account;

/** What a token may do at most; never more than its account. */
public enum ApiScope {

    /** Look. */
    READ(Role.VIEWER),
    /** Also acknowledge, write actions, silence. */
    OPERATE(Role.OPERATOR),
    /** Also change policies, receivers and accounts. */
    ADMINISTER(Role.ADMINISTRATOR);

    private final Role role;

    ApiScope(Role role) {
        this.role = role;
    }

    /** The role of an account as far as a token of this scope goes. */
    public Role within(Role role) {
        return (role.compareTo(this.role) < 0) ? role : this.role;
    }

}
