package monitoring.storage.account;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountTest {

    private static Account account(String name) {
        return new Account(name, "{bcrypt}invented", Role.VIEWER, Set.of(), Locale.KOREAN, ZoneOffset.UTC, true);
    }

    @Test
    void neverShowsTheHashOfItsPassword() {
        assertThat(account("kim")).hasToString("kim (VIEWER)");
    }

    @Test
    void refusesToHaveNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> account(" "))
            .withMessage("name: blank (expected: the name of an account)");
    }

    @Test
    void hasNoPasswordWhenItIsOfTheUaa() {
        Account ofUaa = account("kim").withUaaUser("7f3c");
        assertThat(ofUaa.passwordHash()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ofUaa.withPassword("{bcrypt}invented"))
            .withMessage("password of kim: set (expected: none, the UAA asks for it)");
    }

}
