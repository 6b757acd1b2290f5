package monitoring.dashboard.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import monitoring.storage.log.LogStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Answers what went wrong: a page to people, problem+json to programs. Asked before
 * Spring's own, whose words do not say what was expected.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    /** The request's attribute that says in words what was wrong. */
    static final String PROBLEM = "monitoring.problem";

    /** The request's attribute that says the same in the viewer's language. */
    static final String WORDS = "monitoring.words";

    /** Of what was asked for so many characters are said again. */
    private static final int SAID = 100;

    private static final Logger logger = LoggerFactory.getLogger(ErrorPages.class);

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(NotFoundException.class)
    @Nullable Object notFound(NotFoundException problem, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(WORDS, say("web.problem.missing", request, shortened(problem.what())));
        return answer(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()), request, response);
    }

    @ExceptionHandler(InvalidInputException.class)
    @Nullable Object invalid(InvalidInputException problem, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(WORDS, problem.name().isEmpty() ? say(problem.key(), request) : say("web.problem.said",
                request, problem.name(), shortened(problem.value()), say(problem.key(), request)));
        return answer(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()), request, response);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    @Nullable Object mismatch(MethodArgumentTypeMismatchException problem, HttpServletRequest request,
            HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, Misread.of(problem), request, response);
    }

    @ExceptionHandler(BindException.class)
    @Nullable Object misbound(BindException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, Misread.of(problem), request, response);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @Nullable Object unreadable(HttpMessageNotReadableException problem, HttpServletRequest request,
            HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, Misread.of(problem), request, response);
    }

    @ExceptionHandler(StaleVersionException.class)
    ResponseEntity<ProblemDetail> stale(StaleVersionException problem) {
        return ResponseEntity.status(problem.status())
            .body(ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage()));
    }

    @ExceptionHandler(InvalidFormException.class)
    ResponseEntity<ProblemDetail> invalidForm(InvalidFormException problem, Locale locale) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, problem.getMessage());
        Map<String, String> errors = new TreeMap<>();
        problem.problems().forEach((field, key) -> errors.put(field, this.messages.getMessage(key, null, key, locale)));
        detail.setProperty("errors", errors);
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(detail);
    }

    /** What a store or a record refuses to take: our own words only. */
    @ExceptionHandler(IllegalArgumentException.class)
    @Nullable Object refused(IllegalArgumentException problem, HttpServletRequest request, HttpServletResponse response) {
        String message = String.valueOf(problem.getMessage());
        if (!message.contains("(expected:")) {
            throw problem;
        }
        return answer(HttpStatus.BAD_REQUEST, message, request, response);
    }

    @ExceptionHandler(LogStoreException.class)
    @Nullable Object logs(LogStoreException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(problem.isRetryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST,
                String.valueOf(problem.getMessage()), request, response);
    }

    @ExceptionHandler(StoreAwayException.class)
    @Nullable Object away(StoreAwayException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(problem.getMessage()), request, response);
    }

    @ExceptionHandler({ DataAccessException.class, TransactionException.class })
    @Nullable Object database(RuntimeException problem, HttpServletRequest request, HttpServletResponse response) {
        logger.warn("{} {} needs the database: {}", request.getMethod(), request.getRequestURI(),
                NoConnection.message(problem));
        return answer(HttpStatus.SERVICE_UNAVAILABLE,
                NoConnection.isBusy(problem) ? "All connections to the database are in use; nothing was changed."
                        : "The database does not answer; nothing was changed.",
                request, response);
    }

    private String say(String key, HttpServletRequest request, Object... arguments) {
        return this.messages.getMessage(key, arguments, RequestContextUtils.getLocale(request));
    }

    private static String shortened(String text) {
        return (text.length() > SAID) ? text.substring(0, SAID) + "…" : text;
    }

    private static @Nullable Object answer(HttpStatus status, String message, HttpServletRequest request,
            HttpServletResponse response) {
        String path = request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/v2/")) {
            return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, message));
        }
        request.setAttribute(PROBLEM, message);
        try {
            response.sendError(status.value());
            return new ModelAndView();
        }
        catch (IOException ex) {
            return null; // nobody is there any more to be told
        }
    }

}
