package monitoring.dashboard.account;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.Versions;
import monitoring.storage.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How pages and words are for the one who is signed in, and their password: for programs
 * that a person signed in to, as no token changes its own account.
 */
@RestController
@Tag(name = "Own account")
@RequestMapping("/api/v1/account")
class OwnAccountApiController {

    private final OwnAccount own;

    private final Versions versions;

    OwnAccountApiController(OwnAccount own, Versions versions) {
        this.own = own;
        this.versions = versions;
    }

    /** Language and zone. */
    @GetMapping("/preferences")
    ResponseEntity<Preferences> preferences() {
        return this.versions.answer(Preferences.of(this.own.read()));
    }

    /** Changes language and zone. */
    @PutMapping("/preferences")
    ResponseEntity<Preferences> prefer(@RequestBody PreferenceForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return this.versions.answer(this.versions.change(version, () -> Preferences.of(this.own.read()),
                () -> Preferences.of(this.own.prefer(text(form.language()), text(form.zone())))));
    }

    /** Changes the password; the present one proves who asks. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody PasswordForm form) {
        if (!this.own.isPassword(text(form.current()))) {
            throw new InvalidInputException("current", "another password", "the present one");
        }
        this.own.changePassword(text(form.password()));
    }

    private static String text(@Nullable String value) {
        return (value == null) ? "" : value;
    }

    /**
     * How pages and words are.
     *
     * @param language ko or en
     * @param zone in which times without an offset are read and days begin, such as
     * Asia/Seoul
     */
    record Preferences(String language, String zone) {

        static Preferences of(Account account) {
            return new Preferences(account.language().toLanguageTag(), account.zone().getId());
        }

    }

    /**
     * How they shall be.
     *
     * @param language ko or en
     * @param zone such as Asia/Seoul
     */
    record PreferenceForm(@Nullable String language, @Nullable String zone) {
    }

    /**
     * A new password.
     *
     * @param current the present one
     * @param password the new one, 8 to 200 characters
     */
    record PasswordForm(@Nullable String current, @Nullable String password) {

        /** Without either. */
        @Override
        public String toString() {
            return "a new password";
        }

    }

}
