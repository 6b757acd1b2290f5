package monitoring.dashboard.scaling;

import java.time.Duration;
import java.util.Optional;

import monitoring.dashboard.web.Problems;
import monitoring.storage.scaling.ScalingPolicy;
import monitoring.storage.scaling.ScalingPolicy.Band;
import monitoring.storage.scaling.ScalingPolicy.Instances;
import monitoring.storage.scaling.ScalingPolicy.Switches;
import org.jspecify.annotations.Nullable;

/**
 * A scaling policy as it is edited: numbers as text, by the names of PaaS-TA's portal.
 *
 * @param instanceMinCnt instances at least
 * @param instanceMaxCnt instances at most
 * @param instanceVariationUnit instances more or fewer at once
 * @param cpuMinThreshold percent below which fewer are needed
 * @param cpuMaxThreshold percent above which more are needed
 * @param memoryMinThreshold percent below which fewer are needed
 * @param memoryMaxThreshold percent above which more are needed
 * @param measureTimeSec window in seconds
 * @param autoScalingOutYn Y: add instances
 * @param autoScalingInYn Y: take instances away
 * @param autoScalingCpuYn Y: judge by CPU
 * @param autoScalingMemoryYn Y: judge by memory
 */
public record ScalingForm(@Nullable String instanceMinCnt, @Nullable String instanceMaxCnt,
        @Nullable String instanceVariationUnit, @Nullable String cpuMinThreshold, @Nullable String cpuMaxThreshold,
        @Nullable String memoryMinThreshold, @Nullable String memoryMaxThreshold, @Nullable String measureTimeSec,
        @Nullable String autoScalingOutYn, @Nullable String autoScalingInYn, @Nullable String autoScalingCpuYn,
        @Nullable String autoScalingMemoryYn) {

    static ScalingForm of(ScalingPolicy policy) {
        Instances instances = policy.instances();
        Switches switches = policy.switches();
        return new ScalingForm(whole(instances.min()), whole(instances.max()), whole(instances.unit()),
                whole(policy.cpu().min()), whole(policy.cpu().max()), whole(policy.memory().min()),
                whole(policy.memory().max()), whole(policy.measureTime().toSeconds()), yn(switches.out()),
                yn(switches.in()), yn(switches.cpu()), yn(switches.memory()));
    }

    static ScalingForm fresh() {
        return new ScalingForm("1", "4", "1", "20", "80", "20", "80", "120", "Y", "Y", "Y", "Y");
    }

    /** Reads it; empty if something is wrong. */
    Optional<ScalingPolicy> read(String appGuid, Problems problems) {
        int min = problems.number("instanceMinCnt", this.instanceMinCnt, 1, 1000);
        int max = problems.number("instanceMaxCnt", this.instanceMaxCnt, 1, 1000);
        int unit = problems.number("instanceVariationUnit", this.instanceVariationUnit, 1, 100);
        int measure = problems.number("measureTimeSec", this.measureTimeSec, 30, 86_400);
        int[] cpu = band("cpu", this.cpuMinThreshold, this.cpuMaxThreshold, problems);
        int[] memory = band("memory", this.memoryMinThreshold, this.memoryMaxThreshold, problems);
        if (!problems.has("instanceMinCnt") && !problems.has("instanceMaxCnt") && max < min) {
            problems.put("instanceMaxCnt", "web.problem.order");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScalingPolicy(appGuid, new Instances(min, max, unit), new Band(cpu[0], cpu[1]),
                new Band(memory[0], memory[1]), Duration.ofSeconds(measure), new Switches(is(this.autoScalingOutYn),
                        is(this.autoScalingInYn), is(this.autoScalingCpuYn), is(this.autoScalingMemoryYn))));
    }

    private static int[] band(String of, @Nullable String min, @Nullable String max, Problems problems) {
        int least = problems.number(of + "MinThreshold", min, 1, 99);
        int most = problems.number(of + "MaxThreshold", max, 1, 99);
        if (!problems.has(of + "MinThreshold") && !problems.has(of + "MaxThreshold") && least >= most) {
            problems.put(of + "MaxThreshold", "web.problem.order");
        }
        return new int[] { least, most };
    }

    private static boolean is(@Nullable String yn) {
        return "Y".equals(yn);
    }

    private static String yn(boolean is) {
        return is ? "Y" : "N";
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

}
