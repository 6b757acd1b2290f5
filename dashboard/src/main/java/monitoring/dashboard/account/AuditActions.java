package monitoring.dashboard.account;

import java.util.List;

/** What the audit may say that somebody did; each has words in both languages. */
final class AuditActions {

    static final List<String> ALL = List.of("account.change", "account.create", "account.delete", "account.password",
            "account.preferences", "action.create", "action.delete", "action.edit", "alarm.acknowledge",
            "alarm.resolve", "app-policy.delete", "app-policy.save", "dead-letters.replay", "filter.delete",
            "filter.save", "incident.assign", "incident.merge", "incident.note", "incident.split", "notification.retry",
            "policy.delete", "policy.save", "receiver.delete", "receiver.save", "receiver.test", "scaling.delete",
            "scaling.save", "session.end", "session.start", "silence.create", "silence.delete", "token.create",
            "token.resume", "token.revoke", "token.suspend");

    private AuditActions() {
    }

}
