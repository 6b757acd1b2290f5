package monitoring.dashboard.account;

import monitoring.storage.account.Account;
import monitoring.storage.account.ApiToken;
import monitoring.storage.alarm.Silence;
import monitoring.storage.notification.Receiver;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.scaling.ScalingPolicy;

/** What the audit keeps of the things that people change; never a secret. */
public final class AuditDetails {

    private AuditDetails() {
    }

    static AuditDetail of(Account account) {
        return AuditDetail.of("role", account.role())
            .with("organizations", String.join(", ", account.organizations()))
            .with("signIn", account.enabled());
    }

    static AuditDetail of(ApiToken token) {
        return AuditDetail.of("name", token.name())
            .with("scope", token.scope())
            .with("account", token.account())
            .with("expires", token.expiresAt());
    }

    public static AuditDetail of(Receiver receiver) {
        Receiver.Scope scope = receiver.scope();
        return AuditDetail.of("channel", receiver.channel())
            .with("name", receiver.name())
            .with("address", address(receiver))
            .with("origin", scope.origin())
            .with("group", scope.deployment())
            .with("app", scope.appGuid())
            .with("minimum", scope.minimum())
            .with("level", scope.level())
            .with("wait", scope.after().isZero() ? "" : scope.after())
            .with("scaling", scope.scaling())
            .with("told", receiver.enabled());
    }

    /** The path of a webhook may be a token. */
    private static String address(Receiver receiver) {
        return switch (receiver.channel()) {
            case MAIL, TELEGRAM -> receiver.address();
            case CHAT_WEBHOOK, WEBHOOK ->
                receiver.address().replaceFirst("(?s)^(\\w+://)(?:[^/?#]*@)?([^/?#]*).*", "$1$2");
        };
    }

    public static AuditDetail of(Silence silence) {
        Silence.Matcher matcher = silence.matcher();
        return AuditDetail.of("origin", matcher.origin())
            .with("resource", matcher.resource())
            .with("group", matcher.deployment())
            .with("zone", matcher.zone())
            .with("target", matcher.target())
            .with("begin", silence.startsAt())
            .with("end", silence.endsAt())
            .with("repeat", silence.recurrence())
            .with("reason", silence.reason());
    }

    public static AuditDetail of(AppAlarmPolicy policy) {
        return AuditDetail.of("cpuWarning", policy.cpu().warning())
            .with("cpuCritical", policy.cpu().critical())
            .with("memoryWarning", policy.memory().warning())
            .with("memoryCritical", policy.memory().critical())
            .with("window", policy.measureTime())
            .with("mail", policy.email())
            .with("mailed", policy.emailSent())
            .with("watched", policy.enabled());
    }

    public static AuditDetail of(ScalingPolicy policy) {
        ScalingPolicy.Switches switches = policy.switches();
        return AuditDetail.of("least", policy.instances().min())
            .with("most", policy.instances().max())
            .with("step", policy.instances().unit())
            .with("cpuMin", policy.cpu().min())
            .with("cpuMax", policy.cpu().max())
            .with("memoryMin", policy.memory().min())
            .with("memoryMax", policy.memory().max())
            .with("window", policy.measureTime())
            .with("out", switches.out())
            .with("in", switches.in())
            .with("byCpu", switches.cpu())
            .with("byMemory", switches.memory());
    }

}
