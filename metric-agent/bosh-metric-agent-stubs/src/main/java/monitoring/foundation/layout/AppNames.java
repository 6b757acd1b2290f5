package monitoring.foundation.layout;

import java.util.ArrayList;
import java.util.List;

/** What apps, spaces and organizations are called. */
final class AppNames {

    private static final List<String> ORGANIZATIONS = List.of("commerce", "citizen-services", "logistics", "finance");

    private static final List<String> SPACES = List.of("production", "staging");

    private static final List<String> SUBJECTS = List.of("order", "payment", "catalog", "customer", "delivery",
            "invoice", "notice", "search", "session", "document", "address", "statistics");

    private static final List<String> KINDS = List.of("api", "web", "worker", "gateway", "batch");

    private AppNames() {
    }

    static String app(int number) {
        if (number == 0) {
            return Layout.LOADED_APP;
        }
        String name = SUBJECTS.get(number % SUBJECTS.size()) + "-" + KINDS.get(number / SUBJECTS.size() % KINDS.size());
        int round = number / (SUBJECTS.size() * KINDS.size());
        return (round == 0) ? name : name + "-" + round;
    }

    static List<Space> spaces(long seed, int containers) {
        List<Space> spaces = new ArrayList<>();
        int rounds = 1 + containers / 5000;
        for (int round = 0; round < rounds; round++) {
            for (String name : ORGANIZATIONS) {
                String organization = (round == 0) ? name : name + "-" + round;
                String organizationGuid = Chance.guid(seed, 7, spaces.size());
                for (String space : SPACES) {
                    spaces.add(new Space(spaces.size(), Chance.guid(seed, 8, spaces.size()), space, organizationGuid,
                            organization));
                }
            }
        }
        return spaces;
    }

}
