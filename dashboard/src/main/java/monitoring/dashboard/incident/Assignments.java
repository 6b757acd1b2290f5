package monitoring.dashboard.incident;

import java.util.List;

import monitoring.dashboard.account.Audit;
import monitoring.dashboard.account.AuditDetail;
import monitoring.dashboard.web.InvalidInputException;
import monitoring.dashboard.web.NotFoundException;
import monitoring.storage.account.Account;
import monitoring.storage.account.AccountStore;
import monitoring.storage.account.Role;
import monitoring.storage.alarm.Incident;
import monitoring.storage.alarm.IncidentStore;

import org.springframework.stereotype.Component;

/** Who works on an incident. */
@Component
class Assignments {

    private final IncidentStore incidents;

    private final AccountStore accounts;

    private final Audit audit;

    Assignments(IncidentStore incidents, AccountStore accounts, Audit audit) {
        this.incidents = incidents;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The names of those who may work on incidents. */
    List<String> people() {
        return this.accounts.accounts()
            .stream()
            .filter((one) -> one.enabled() && one.role().compareTo(Role.OPERATOR) >= 0)
            .map(Account::name)
            .toList();
    }

    Incident requireIncident(String id) {
        return this.incidents.find(id).orElseThrow(() -> new NotFoundException("incident", id));
    }

    /** Gives an incident to somebody; to nobody if the name is empty. */
    void assign(String id, String name) {
        Incident was = requireIncident(id);
        if (!name.isEmpty() && !people().contains(name)) {
            throw new InvalidInputException("assignee", name, "the name of an operator or administrator");
        }
        this.incidents.assign(id, name.isEmpty() ? null : name);
        this.audit.record("incident.assign", "incidents/" + id,
                AuditDetail.of("assignee", name).since(AuditDetail.of("assignee", was.assignee())));
    }

}
