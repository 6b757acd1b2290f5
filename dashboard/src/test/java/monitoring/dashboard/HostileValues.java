package monitoring.dashboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deals hostile values to the parameters of all endpoints. Text that only one endpoint
 * reads gets all of them; what many endpoints read by the same code gets a few at each,
 * in turn, so that all of them are sent to that code as well.
 */
final class HostileValues {

    static final List<String> ALL = List.of("hostile' or '1'='1'; drop table accounts; --",
            "hostile\"; drop database \"x\"; --", "hostile\\' or 1=1 --", "hostile/ or \"x\" =~ /.*",
            "hostile) OR _exists_:(x [* TO", "hostile\",\"script\":{\"source\":\"1\"}",
            "'\"><script>hostile()</script><img src=x onerror=hostile()>", "hostile\r\nSet-Cookie: hostile=1",
            "../../hostile/../../etc/passwd", "hostile%s%n%x${7*7}#{7*7}__${7*7}__::.x", "hostile\u0000x",
            "//hostile.example/", "https://hostile.example/", "hostile" + "x".repeat(9000), "9223372036854775808");

    /** At each endpoint at least so many. */
    private static final int LEAST = 3;

    /** What is reflected, if anything is. */
    private static final int MARKUP = 6;

    private final Map<String, Integer> uses = new HashMap<>();

    private final Map<String, Integer> dealt = new HashMap<>();

    HostileValues(Collection<List<EndpointParameter>> endpoints) {
        endpoints.forEach((all) -> all.forEach((one) -> this.uses.merge(one.kind(), 1, Integer::sum)));
    }

    /** The values to send in a parameter of one endpoint. */
    List<String> deal(EndpointParameter parameter) {
        if (parameter.isOfItsOwn()) {
            return ALL;
        }
        int uses = this.uses.getOrDefault(parameter.kind(), 1);
        int share = Math.max(LEAST, (ALL.size() + uses - 1) / uses);
        int first = this.dealt.merge(parameter.kind(), share, Integer::sum);
        Set<String> values = new LinkedHashSet<>(List.of(ALL.get(MARKUP)));
        for (int i = 0; i < share; i++) {
            values.add(ALL.get((first + i) % ALL.size()));
        }
        return List.copyOf(values);
    }

}
