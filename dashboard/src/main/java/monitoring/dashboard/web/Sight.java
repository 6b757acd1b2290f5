package monitoring.dashboard.web;

import java.util.Set;

import monitoring.storage.alarm.Alarm;
import monitoring.storage.inventory.InventoryStore;

import org.springframework.stereotype.Component;

/**
 * What the one who is signed in may see: everything, or the apps of the organizations
 * they are bound to. What they may not see is to them as if it were not there.
 */
@Component
public class Sight {

    private final InventoryStore inventory;

    Sight(InventoryStore inventory) {
        this.inventory = inventory;
    }

    /** Whether they may see an app, by its GUID. */
    public boolean seesApp(String guid) {
        Set<String> organizations = Viewer.currentOrganizations();
        return organizations.isEmpty()
                || this.inventory.app(guid).filter((app) -> organizations.contains(app.organization())).isPresent();
    }

    /** Whether they may see an alarm: of everybody's targets, or of an app. */
    public boolean sees(Alarm alarm) {
        return Viewer.currentOrganizations().isEmpty() || seesApp(alarm.target().appGuid());
    }

    /**
     * Holds them to what they may see.
     * @throws NotFoundException if it is not this app
     */
    public void requireApp(String guid) {
        if (!seesApp(guid)) {
            throw new NotFoundException("app", guid);
        }
    }

    /**
     * Holds them to what they may see.
     * @throws NotFoundException if it is not this alarm
     */
    public void require(Alarm alarm) {
        if (!sees(alarm)) {
            throw new NotFoundException("alarm", alarm.id());
        }
    }

}
