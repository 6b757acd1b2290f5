package monitoring.dashboard.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Keeps programs from overwriting what somebody else changed meanwhile: whoever changes a
 * thing says which version of it they read. Two programs of one dashboard take turns; of
 * two dashboards within the same instant the later one wins.
 */
@Component
public class Versions {

    private final JsonMapper json;

    Versions(JsonMapper json) {
        this.json = json;
    }

    /** A thing with its version as ETag. */
    public <T> ResponseEntity<T> answer(T thing) {
        return ResponseEntity.ok().eTag(of(thing)).body(thing);
    }

    /** A thing that was made, with its version. */
    public <T> ResponseEntity<T> created(T thing) {
        return ResponseEntity.status(HttpStatus.CREATED).eTag(of(thing)).body(thing);
    }

    /**
     * Changes a thing if it is the version that was read.
     * @param ifMatch the ETag, null if the program sent none
     * @param now gives what there is now
     * @param change what to do
     * @throws StaleVersionException if it is another version, or none was sent
     */
    public synchronized <T> T change(@Nullable String ifMatch, Supplier<?> now, Supplier<T> change) {
        Object is = now.get();
        if (ifMatch == null || ifMatch.isBlank()) {
            throw StaleVersionException.missing();
        }
        boolean same = Arrays.stream(ifMatch.split(","))
            .map(String::strip)
            .anyMatch((one) -> one.equals("*") || one.equals(of(is)));
        if (!same) {
            throw StaleVersionException.stale();
        }
        return change.get();
    }

    private String of(Object thing) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.json.writeValueAsBytes(thing));
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("SHA-256: not there (expected: in every JRE)", ex);
        }
    }

}
