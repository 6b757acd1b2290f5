package monitoring.foundation;

import java.util.Arrays;

/** The program's own arguments, as keys of its configuration. */
final class Arguments {

    private Arguments() {
    }

    static String[] read(String[] args) {
        return Arrays.stream(args)
            .map((arg) -> arg.equals("--demo") ? "--foundation.history.enabled=true" : arg)
            .toArray(String[]::new);
    }

}
