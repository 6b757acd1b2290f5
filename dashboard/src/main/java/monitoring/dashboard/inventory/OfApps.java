package monitoring.dashboard.inventory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import monitoring.dashboard.inventory.Foundation.AppState;
import monitoring.storage.inventory.App;

/**
 * What some apps have, such as policies of their own, as far as a page shows it: in order
 * of the apps' names, what belongs to no app we know last.
 *
 * @param shown at most {@link #MOST}
 * @param apps those apps that are known, by GUID
 * @param fitting how many there are of what was looked for
 * @param total how many there are in all
 * @param <T> what they have
 */
public record OfApps<T>(List<T> shown, Map<String, App> apps, int fitting, int total) {

    /** As many as a page shows at once. */
    public static final int MOST = 50;

    /**
     * Chooses what a page shows.
     * @param all what there is
     * @param guid says whose it is
     * @param q part of the path of an app or of its GUID, empty for all
     */
    public static <T> OfApps<T> of(List<T> all, Function<T, String> guid, Foundation foundation, String q) {
        Map<String, App> named = new HashMap<>();
        all.forEach((one) -> named.put(guid.apply(one), new App(guid.apply(one), "", "", "", 0)));
        foundation.apps()
            .stream()
            .map(AppState::app)
            .filter((app) -> named.containsKey(app.guid()))
            .forEach((app) -> named.put(app.guid(), app));
        List<T> fitting = all.stream()
            .filter((one) -> AppState.fits(named.get(guid.apply(one)), q))
            .sorted(Comparator.comparing((T one) -> named.get(guid.apply(one)).name().isEmpty())
                .thenComparing((one) -> named.get(guid.apply(one)).name())
                .thenComparing(guid))
            .toList();
        List<T> shown = fitting.subList(0, Math.min(fitting.size(), MOST));
        Map<String, App> apps = new HashMap<>();
        shown.stream()
            .map((one) -> named.get(guid.apply(one)))
            .filter((app) -> !app.name().isEmpty())
            .forEach((app) -> apps.put(app.guid(), app));
        return new OfApps<>(shown, apps, fitting.size(), all.size());
    }

}
