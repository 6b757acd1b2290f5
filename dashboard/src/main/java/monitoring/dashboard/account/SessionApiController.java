package monitoring.dashboard.account;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own sessions, for programs that a person signed in to. */
@RestController
@Tag(name = "Own account")
@RequestMapping("/api/v1/sessions")
class SessionApiController {

    private final OpenSessions sessions;

    SessionApiController(OpenSessions sessions) {
        this.sessions = sessions;
    }

    /** Open sessions of the account, the one used last first. */
    @GetMapping
    List<OpenSessions.OpenSession> list(HttpServletRequest request) {
        return this.sessions.of(Audit.user(), String.valueOf(request.getRequestedSessionId()));
    }

    /** Ends one of them. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        this.sessions.end(Audit.user(), id);
    }

}
