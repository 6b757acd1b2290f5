package monitoring.relay.relp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client offers when it opens a session. At most 64 offers with names of 32 and
 * values of 255 characters.
 */
record Offers(Map<String, String> values) {

    private static final int MAX_OFFERS = 64;

    private static final int MAX_NAME = 32;

    private static final int MAX_VALUE = 255;

    /** What we answer: the version that librelp demands, and the one command there is. */
    static final String ANSWER = "200 OK\nrelp_version=0\nrelp_software=paas-monitoring,1\ncommands=syslog";

    Offers {
        values = Map.copyOf(values);
    }

    /**
     * Reads the data of an open.
     * @throws IllegalArgumentException if there is too much of something
     */
    static Offers parse(String data) {
        Map<String, String> values = new HashMap<>();
        for (String line : data.split("\n")) {
            int equals = line.indexOf('=');
            String name = (equals < 0) ? line : line.substring(0, equals);
            String value = (equals < 0) ? "" : line.substring(equals + 1);
            if (name.length() > MAX_NAME || value.length() > MAX_VALUE) {
                throw new IllegalArgumentException("offer is too long");
            }
            if (!name.isEmpty() && values.put(name, value) == null && values.size() > MAX_OFFERS) {
                throw new IllegalArgumentException("more than " + MAX_OFFERS + " offers");
            }
        }
        return new Offers(values);
    }

    /** Why we cannot work with them; empty if we can. */
    String objection() {
        String version = this.values.get("relp_version");
        if (version != null && (version.isEmpty() || !version.chars().allMatch(Character::isDigit))) {
            return "relp_version is not a number";
        }
        boolean syslog = Arrays.asList(this.values.getOrDefault("commands", "").split(",")).contains("syslog");
        return syslog ? "" : "command syslog is not offered";
    }

}
