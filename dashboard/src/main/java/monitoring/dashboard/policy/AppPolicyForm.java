package monitoring.dashboard.policy;

import java.time.Duration;
import java.util.Optional;

import monitoring.dashboard.web.Problems;
import monitoring.storage.policy.AppAlarmPolicy;
import monitoring.storage.policy.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The alarm policy of an app as it is edited, within the limits of PaaS-TA's portal.
 *
 * @param cpuWarning percent of one core
 * @param cpuCritical percent of one core
 * @param memoryWarning percent of the quota
 * @param memoryCritical percent of the quota
 * @param measure window in seconds
 * @param email where to, empty for nowhere
 * @param emailSent on or true where mails are wanted
 * @param enabled on or true where the app is watched at all
 */
public record AppPolicyForm(@Nullable String cpuWarning, @Nullable String cpuCritical, @Nullable String memoryWarning,
        @Nullable String memoryCritical, @Nullable String measure, @Nullable String email, @Nullable String emailSent,
        @Nullable String enabled) {

    private static final int LONGEST_ADDRESS = 100;

    static AppPolicyForm of(AppAlarmPolicy policy) {
        return new AppPolicyForm(whole(policy.cpu().warning()), whole(policy.cpu().critical()),
                whole(policy.memory().warning()), whole(policy.memory().critical()),
                whole(policy.measureTime().toSeconds()), policy.email(), on(policy.emailSent()), on(policy.enabled()));
    }

    static AppPolicyForm fresh() {
        return new AppPolicyForm("80", "90", "80", "90", "120", "", "", "on");
    }

    /** Reads it; empty if something is wrong. */
    Optional<AppAlarmPolicy> read(String appGuid, Problems problems) {
        int[] cpu = limits("cpu", this.cpuWarning, this.cpuCritical, problems);
        int[] memory = limits("memory", this.memoryWarning, this.memoryCritical, problems);
        int seconds = problems.number("measure", this.measure, 30, 86_400);
        String address = (this.email == null) ? "" : this.email.strip();
        boolean mails = isOn(this.emailSent);
        boolean readable = address.length() <= LONGEST_ADDRESS && address.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
        if (address.isEmpty() ? mails : !readable) {
            problems.put("email", "notification.problem.mail");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AppAlarmPolicy(appGuid, new Threshold(cpu[0], cpu[1]),
                new Threshold(memory[0], memory[1]), Duration.ofSeconds(seconds), address, mails, isOn(this.enabled)));
    }

    private static int[] limits(String of, @Nullable String warning, @Nullable String critical, Problems problems) {
        int least = problems.number(of + "Warning", warning, 1, 99);
        int most = problems.number(of + "Critical", critical, 1, 100);
        if (!problems.has(of + "Warning") && !problems.has(of + "Critical") && least >= most) {
            problems.put(of + "Critical", "web.problem.order");
        }
        return new int[] { least, most };
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

    private static boolean isOn(@Nullable String value) {
        return "on".equals(value) || "true".equals(value);
    }

    private static String on(boolean is) {
        return is ? "on" : "";
    }

}
