package monitoring.storage.influxdb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import monitoring.storage.metric.MetricName;
import monitoring.storage.metric.Origin;
import monitoring.storage.metric.Resource;
import monitoring.storage.metric.Tags;

/** How the usage of a resource is worked out of what agents measure. */
enum UsageFormula {

    /** The mean of the values. */
    MEAN(false, false, "") {
        @Override
        double usage(Map<String, Mean> means) {
            return total(means).value();
        }
    },

    /** Total less available, in percent of total: caches can be had at once. */
    MEMORY(true, false, "") {
        @Override
        double usage(Map<String, Mean> means) {
            Mean total = means.get(MetricName.MEMORY_TOTAL.value());
            Mean available = means.get(MetricName.MEMORY_AVAILABLE.value());
            if (total == null || available == null || total.value() <= 0) {
                return Double.NaN;
            }
            return (total.value() - available.value()) / total.value() * 100;
        }
    },

    /** The largest of several, such as the fullest file system. */
    LARGEST(true, false, "") {
        @Override
        double usage(Map<String, Mean> means) {
            return means.values().stream().mapToDouble(Mean::value).max().orElse(Double.NaN);
        }
    },

    /** The sum of what counters grow by in a second. */
    GROWTH(true, true, "") {
        @Override
        double usage(Map<String, Mean> means) {
            return means.values().stream().mapToDouble(Mean::value).sum();
        }
    },

    /** What a counter of seconds grows by in a second, in percent. */
    CPU_SECONDS(false, true, "") {
        @Override
        double usage(Map<String, Mean> means) {
            return total(means).value() * 100;
        }
    },

    /** The load average over the number of cores. */
    LOAD_PER_CORE(true, false, "") {
        @Override
        double usage(Map<String, Mean> means) {
            Mean load = means.get(MetricName.LOAD_1.value());
            return (load == null || means.size() < 2) ? Double.NaN : load.value() / (means.size() - 1);
        }
    },

    /** Percent of the memory that the app may take. */
    MEMORY_QUOTA(false, false, Tags.APP_MEMORY) {
        @Override
        double usage(Map<String, Mean> means) {
            return total(means).percentOfLimit();
        }
    },

    /** Percent of the disk that the app may take. */
    DISK_QUOTA(false, false, Tags.APP_DISK) {
        @Override
        double usage(Map<String, Mean> means) {
            return total(means).percentOfLimit();
        }
    };

    private final boolean byName;

    private final boolean counter;

    private final String limit;

    UsageFormula(boolean byName, boolean counter, String limit) {
        this.byName = byName;
        this.counter = counter;
        this.limit = limit;
    }

    static UsageFormula of(Origin origin, Resource resource) {
        boolean vm = origin == Origin.VM || origin == Origin.BOSH;
        return switch (resource) {
            case CPU -> vm ? MEAN : CPU_SECONDS;
            case MEMORY -> vm ? MEMORY : MEMORY_QUOTA;
            case DISK -> vm ? MEAN : DISK_QUOTA;
            case ROOT_DISK, SWAP -> MEAN;
            case INODES -> LARGEST;
            case LOAD -> LOAD_PER_CORE;
            case NETWORK -> GROWTH;
            case PROCESS, HEARTBEAT, BLIND, NOTIFICATION -> throw new IllegalArgumentException("resource: " + resource);
        };
    }

    /** The metrics that it needs. */
    static List<MetricName> metrics(Origin origin, Resource resource) {
        boolean vm = origin == Origin.VM || origin == Origin.BOSH;
        return switch (resource) {
            case CPU -> List.of(vm ? MetricName.CPU_CORES : MetricName.CONTAINER_CPU);
            case MEMORY -> vm ? List.of(MetricName.MEMORY_TOTAL, MetricName.MEMORY_AVAILABLE)
                    : List.of(MetricName.CONTAINER_MEMORY);
            case DISK -> List.of(vm ? MetricName.DISK_USAGE : MetricName.CONTAINER_DISK);
            case ROOT_DISK -> List.of(MetricName.ROOT_DISK_USAGE);
            case SWAP -> List.of(MetricName.SWAP_USAGE);
            case INODES -> List.of(MetricName.INODE_USAGE, MetricName.ROOT_INODE_USAGE);
            case LOAD -> List.of(MetricName.LOAD_1, MetricName.CPU_CORES);
            case NETWORK -> vm ? MetricName.NETWORK_FAULTS : MetricName.CONTAINER_NETWORK_FAULTS;
            case PROCESS, HEARTBEAT, BLIND, NOTIFICATION -> throw new IllegalArgumentException("resource: " + resource);
        };
    }

    /** The metric that says what 100 percent of a VM's resource are. */
    static Optional<MetricName> whole(Origin origin, Resource resource) {
        boolean vm = origin == Origin.VM || origin == Origin.BOSH;
        return switch (resource) {
            case MEMORY -> vm ? Optional.of(MetricName.MEMORY_TOTAL) : Optional.empty();
            case DISK -> vm ? Optional.of(MetricName.DISK_TOTAL) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The usage in the resource's unit, NaN where something is missing. */
    abstract double usage(Map<String, Mean> means);

    /** Whether metrics are to be told apart by name. */
    boolean byName() {
        return this.byName;
    }

    /** Whether growth counts instead of values. */
    boolean counter() {
        return this.counter;
    }

    /** The field that bears the limit, empty where there is none. */
    String limit() {
        return this.limit;
    }

    private static Mean total(Map<String, Mean> means) {
        Mean total = new Mean();
        means.values().forEach(total::add);
        return total;
    }

    /** A mean that knows how much it stands for. */
    static final class Mean {

        private double sum;

        private double limits;

        private double count;

        void add(double mean, double limit, double count) {
            this.sum += mean * count;
            this.limits += limit * count;
            this.count += count;
        }

        void add(Mean other) {
            this.sum += other.sum;
            this.limits += other.limits;
            this.count += other.count;
        }

        double value() {
            return this.sum / this.count; // NaN where nothing was counted
        }

        double percentOfLimit() {
            return (this.limits > 0) ? this.sum / this.limits * 100 : Double.NaN;
        }

    }

}
