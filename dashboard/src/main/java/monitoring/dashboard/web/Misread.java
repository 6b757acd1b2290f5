package monitoring.dashboard.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Says what of a request could not be read: where it stands, what it is, what was
 * expected.
 */
final class Misread {

    /** Of a value so many characters are said again. */
    private static final int SAID = 100;

    private Misread() {
    }

    /** Of a body that is no JSON, or not what the endpoint takes. */
    static String of(HttpMessageNotReadableException problem) {
        if (problem.getCause() instanceof InvalidFormatException format) {
            return says(path(format), format.getValue(), expected(format.getTargetType()));
        }
        if (problem.getCause() instanceof MismatchedInputException mismatch) {
            return says(path(mismatch), "another kind of value", expected(mismatch.getTargetType()));
        }
        if (problem.getCause() instanceof JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            return "body: not readable"
                    + ((at == null) ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + " (expected: JSON)";
        }
        return "body: nothing (expected: JSON)";
    }

    /** Of parameters, all that are wrong. */
    static String of(BindException problem) {
        return problem.getFieldErrors()
            .stream()
            .map((field) -> says(field.getField(), field.getRejectedValue(), expected(type(field))))
            .collect(Collectors.joining("; "));
    }

    /** Of one parameter. */
    static String of(MethodArgumentTypeMismatchException problem) {
        return says(problem.getName(), problem.getValue(), expected(problem.getRequiredType()));
    }

    private static String says(String where, @Nullable Object what, String expected) {
        String text = String.valueOf(what);
        return where + ": " + ((text.length() > SAID) ? text.substring(0, SAID) + "…" : text) + " (expected: "
                + expected + ")";
    }

    private static String path(JacksonException problem) {
        String path = problem.getPath()
            .stream()
            .map((one) -> (one.getPropertyName() == null) ? String.valueOf(one.getIndex()) : one.getPropertyName())
            .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }

    private static @Nullable Class<?> type(FieldError field) {
        return field.contains(TypeMismatchException.class) ? field.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() ? "an object" : type.getSimpleName();
    }

}
