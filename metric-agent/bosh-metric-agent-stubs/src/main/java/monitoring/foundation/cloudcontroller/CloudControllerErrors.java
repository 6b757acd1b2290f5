package monitoring.foundation.cloudcontroller;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as the CF API v3 words them. */
@RestControllerAdvice(assignableTypes = CloudController.class)
class CloudControllerErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, Object> notFound(NotFoundException ex) {
        return error(10010, "CF-ResourceNotFound", String.valueOf(ex.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Map<String, Object> unprocessable(UnprocessableException ex) {
        return error(10008, "CF-UnprocessableEntity", String.valueOf(ex.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, Object> notReadable(HttpMessageNotReadableException ex) {
        return error(1001, "CF-MessageParseError", "Request invalid due to parse error: invalid request body");
    }

    private static Map<String, Object> error(int code, String title, String detail) {
        return Map.of("errors", List.of(Map.of("code", code, "title", title, "detail", detail)));
    }

}
