package monitoring.foundation.login;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of the UAA: where a person signs in for an application, and signs out. */
@RestController
@RequestMapping("/uaa")
class AuthorizeController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Simulated UAA</title><link rel="icon" href="data:,"><style>
            :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
            body{display:grid;place-items:center;min-height:100vh;margin:0}
            main{width:min(22rem,90vw)}label{display:block;margin:.75rem 0}
            input,select,button{font:inherit;width:100%%;padding:.5rem;box-sizing:border-box;margin-top:.25rem}button{margin-top:.75rem}
            p[role=alert]{border-left:4px solid #c33;padding-left:.75rem}</style></head><body><main>
            <h1>Simulated UAA</h1>%s</main></body></html>
            """;

    private final Tokens tokens;

    private final Codes codes;

    private final SimulatedUsers users;

    AuthorizeController(Tokens tokens, Codes codes, SimulatedUsers users) {
        this.users = users;
        this.tokens = tokens;
        this.codes = codes;
    }

    @GetMapping("/oauth/authorize")
    ResponseEntity<String> ask(@RequestParam Map<String, String> parameters) {
        AuthorizeRequest request = AuthorizeRequest.of(parameters);
        return html(HttpStatus.OK, form(parameters, request, ""));
    }

    /** Sends the browser back with a code, or with a refusal if that was pressed. */
    @PostMapping("/oauth/authorize")
    ResponseEntity<String> answer(@RequestParam Map<String, String> form) {
        AuthorizeRequest request = AuthorizeRequest.of(form);
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(request.redirectUri());
        if (form.containsKey("deny")) {
            return redirect(back.queryParam("error", "access_denied")
                .queryParam("error_description", "{words}")
                .queryParam("state", "{state}")
                .build("User denied access", request.state()));
        }
        return this.users.named(form.getOrDefault("username", ""))
            .filter(SimulatedUser::active)
            .filter((user) -> this.tokens.isPassword(form.get("password")))
            .map((user) -> redirect(back.queryParam("code", this.codes.issue(request, user))
                .queryParam("state", "{state}")
                .build(request.state())))
            .orElseGet(() -> html(HttpStatus.UNAUTHORIZED, form(form, request,
                    "<p role=\"alert\">Unable to verify email or password. Please try again.</p>")));
    }

    /** Nobody stays signed in here, so there is only the way back. */
    @GetMapping("/logout.do")
    ResponseEntity<String> logout(@RequestParam(defaultValue = "") String redirect) {
        if (redirect.matches("https?://(127\\.0\\.0\\.1|localhost)(:\\d+)?/[^\\\\]*")) {
            return redirect(URI.create(redirect));
        }
        return html(HttpStatus.OK, "<p>You are signed out.</p>");
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(IllegalArgumentException problem) {
        return html(HttpStatus.BAD_REQUEST,
                "<p role=\"alert\">" + HtmlUtils.htmlEscape(String.valueOf(problem.getMessage())) + "</p>");
    }

    private String form(Map<String, String> parameters, AuthorizeRequest request, String note) {
        String hidden = AuthorizeRequest.PARAMETERS.stream()
            .filter(parameters::containsKey)
            .map((name) -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name,
                    HtmlUtils.htmlEscape(parameters.get(name))))
            .collect(Collectors.joining());
        String users = this.users.all()
            .stream()
            .map((user) -> "<option>" + user.name() + "</option>")
            .collect(Collectors.joining());
        return """
                <p>%s wants to know who you are and what your groups are.</p>%s
                <form method="post" action="/oauth/authorize">%s
                <label>User<select name="username" autofocus>%s</select></label>
                <label>Password<input name="password" type="password" autocomplete="off"></label>
                <button>Sign in</button> <button name="deny" value="true">Deny</button></form>
                """.formatted(HtmlUtils.htmlEscape(request.clientId()), note, hidden, users);
    }

    private static ResponseEntity<String> html(HttpStatus status, String body) {
        return ResponseEntity.status(status).contentType(HTML).body(PAGE.formatted(body));
    }

    private static ResponseEntity<String> redirect(URI uri) {
        return ResponseEntity.status(HttpStatus.FOUND).location(uri).build();
    }

}
