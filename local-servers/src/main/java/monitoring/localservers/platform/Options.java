package monitoring.localservers.platform;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param demo with the simulated foundation instead of this machine
 * @param data where everything is kept
 * @param portOffset added to every port
 */
record Options(boolean demo, Path data, int portOffset) {

    static final String USAGE = "usage: script/server [--demo] [--data DIR] [--port-offset N]";

    private static final int MAX_OFFSET = 65_535 - Port.highest();

    Options {
        if (portOffset < 0 || portOffset > MAX_OFFSET) {
            throw new OptionException("--port-offset: " + portOffset + " (expected: 0.." + MAX_OFFSET + ")");
        }
    }

    static Options parse(List<String> arguments, Path defaultData) {
        boolean demo = false;
        Path data = defaultData;
        int portOffset = 0;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
            String option = rest.next();
            switch (option) {
                case "--demo" -> demo = true;
                case "--data" -> data = Path.of(value(option, rest));
                case "--port-offset" -> portOffset = number(option, value(option, rest));
                default -> throw new OptionException(option + ": unknown (expected: " + USAGE + ")");
            }
        }
        return new Options(demo, data.toAbsolutePath().normalize(), portOffset);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new OptionException(option + ": no value (expected: " + USAGE + ")");
        }
        return rest.next();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        }
        catch (NumberFormatException ex) {
            throw new OptionException(option + ": " + value + " (expected: a number)", ex);
        }
    }

}
