package monitoring.dashboard.account;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import monitoring.storage.account.ApiScope;
import monitoring.storage.account.ApiToken;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own tokens, for programs that a person signed in to: no token makes another. */
@RestController
@Tag(name = "Own account")
@RequestMapping("/api/v1/tokens")
class TokenApiController {

    private final ApiTokens tokens;

    TokenApiController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** Tokens of the account, without their text. */
    @GetMapping
    List<TokenView> list() {
        return this.tokens.own().stream().map((token) -> TokenView.of(token, null)).toList();
    }

    /** Makes a token; its text is in the answer this once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TokenView create(@RequestBody ApiTokenForm form) {
        ApiTokens.Fresh fresh = this.tokens.create(form);
        return TokenView.of(fresh.token(), fresh.text());
    }

    /** Takes a token back. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        this.tokens.revoke(id);
    }

    /**
     * A token.
     *
     * @param id names it
     * @param name what it is for
     * @param scope what it may do at most
     * @param createdAt when it was made
     * @param expiresAt until when it is good
     * @param usedAt when it was last used, null if never
     * @param token its text where it was just made, else null
     */
    record TokenView(String id, String name, ApiScope scope, Instant createdAt, Instant expiresAt,
            @Nullable Instant usedAt, @Nullable String token) {

        static TokenView of(ApiToken token, @Nullable String text) {
            return new TokenView(token.id(), token.name(), token.scope(), token.createdAt(), token.expiresAt(),
                    token.usedAt(), text);
        }

    }

}
