package monitoring.dashboard.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

import monitoring.dashboard.web.WebProperties;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Makes the first account, so that somebody can sign in; while the database is away,
 * before the first sign-in.
 */
@Component
class FirstAccount implements ApplicationRunner {

    private static final Logger logger = LoggerFactory.getLogger(FirstAccount.class);

    private final AccountStore accounts;

    private final PasswordEncoder encoder;

    private final AccountProperties properties;

    private final WebProperties web;

    private boolean there;

    FirstAccount(AccountStore accounts, PasswordEncoder encoder, AccountProperties properties, WebProperties web) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.properties = properties;
        this.web = web;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            ensure();
        }
        catch (DataAccessException | TransactionException ex) {
            logger.warn("First account not made yet, the database is away: {}", ex.getMessage());
        }
    }

    /** Makes it if there is no account at all. */
    synchronized void ensure() {
        if (this.there) {
            return;
        }
        if (this.accounts.accounts().isEmpty()) {
            make();
        }
        this.there = true;
    }

    private void make() {
        String given = this.properties.firstPassword();
        String password = given.isEmpty() ? random() : given;
        String user = this.properties.firstUser();
        this.accounts.save(new Account(user, this.encoder.encode(password), Role.ADMINISTRATOR, Set.of(), Locale.KOREAN,
                this.web.zone(), true));
        if (given.isEmpty()) {
            logger.info("First account: {} with password {} (shown this once; change it at /account)", user, password);
        }
        else {
            logger.info("First account: {} with the password of dashboard.first-password", user);
        }
    }

    private static String random() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

}
