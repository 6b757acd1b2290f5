package monitoring.storage.metric;

/** A series family of PaaS-TA's wire contract; the names behind it are configuration. */
public enum Measurement {

    /** {@code bosh_metrics} in {@code bosh_metric_db}. */
    BOSH,
    /** {@code bosh_process_metrics} in {@code bosh_metric_db}. */
    BOSH_PROCESS,
    /** {@code cf_metrics} in {@code cf_metric_db}. */
    VM,
    /** {@code cf_process_metrics} in {@code cf_metric_db}. */
    VM_PROCESS,
    /** {@code container_metrics} in {@code container_metric_db}. */
    CONTAINER;

    /** The tag that bears the metric's name. */
    public String nameTag() {
        return (this == CONTAINER) ? Tags.NAME : Tags.METRIC_NAME;
    }

    /** The measurement in which the usage of an origin's targets is kept. */
    public static Measurement of(Origin origin) {
        return switch (origin) {
            case BOSH -> BOSH;
            case VM -> VM;
            case CONTAINER, APP -> CONTAINER;
        };
    }

}
