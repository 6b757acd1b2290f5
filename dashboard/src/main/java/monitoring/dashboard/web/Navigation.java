package monitoring.dashboard.web;

import java.util.List;

/** What the navigation leads to, in its order. */
final class Navigation {

    static final List<Group> GROUPS = List.of(
            new Group("now",
                    List.of(item("overview", "/overview"), item("incident", "/incident"), appItem("alarm", "/alarm"))),
            new Group("platform",
                    List.of(item("vms", "/inventory"), item("bosh", "/inventory/bosh"),
                            appItem("apps", "/inventory/apps"), item("placement", "/placement"))),
            new Group("explore", List.of(appItem("log", "/log"), item("statistics", "/alarm/statistics"))),
            new Group("control",
                    List.of(item("policy", "/policy"), item("scaling", "/scaling"),
                            item("receivers", "/notification/receivers"), item("silences", "/notification/silences"),
                            item("routes", "/notification/routes"), item("notification", "/notification"),
                            item("runs", "/runs"))),
            new Group("administration", List.of(new Item("accounts", "/account/users", "ADMINISTRATOR"),
                    new Item("audit", "/account/audit", "ADMINISTRATOR"))));

    static final List<Item> SHORTCUTS = List.of(item("overview", "/overview"), item("incident", "/incident"),
            appItem("alarm", "/alarm"), appItem("log", "/log"));

    private Navigation() {
    }

    private static Item item(String key, String path) {
        return new Item(key, path, "VIEWER");
    }

    /** Also for those who see the apps of some organizations only. */
    private static Item appItem(String key, String path) {
        return new Item(key, path, Viewer.MEMBER);
    }

    /**
     * Some items under one heading.
     *
     * @param key of the heading
     * @param items its items
     */
    public record Group(String key, List<Item> items) {

        /** Whether somebody would see the heading alone. */
        public boolean isEmptyFor(Viewer viewer) {
            return this.items.stream().noneMatch((item) -> viewer.may(item.role()));
        }

    }

    /**
     * A page.
     *
     * @param key of its name and icon
     * @param path its address
     * @param role who sees it
     */
    public record Item(String key, String path, String role) {

        public String icon() {
            return this.key;
        }

        /** Whether a request is for this page or one below it, and for no other item. */
        public boolean isOn(String request) {
            if (!request.equals(this.path) && !request.startsWith(this.path + "/")) {
                return false;
            }
            return GROUPS.stream()
                .flatMap((group) -> group.items().stream())
                .noneMatch((other) -> other.path().length() > this.path.length() && other.isOn(request));
        }

    }

}
