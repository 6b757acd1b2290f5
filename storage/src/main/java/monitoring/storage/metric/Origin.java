package monitoring.storage.metric;

/** What kind of target is watched. Its code is PaaS-TA's {@code origin_type}. */
public enum Origin {

    /** The BOSH director itself. */
    BOSH("bos"),
    /** A VM of a deployment. */
    VM("pas"),
    /** One container of an app. */
    CONTAINER("con"),
    /** An app with a policy that its owner registered in the Portal. */
    APP("app");

    private final String code;

    Origin(String code) {
        this.code = code;
    }

    public String code() {
        return this.code;
    }

    /**
     * The origin with a code of PaaS-TA's tables.
     * @throws IllegalArgumentException if there is none
     */
    public static Origin ofCode(String code) {
        for (Origin origin : values()) {
            if (origin.code.equals(code)) {
                return origin;
            }
        }
        throw new IllegalArgumentException("origin_type: " + code + " (expected: bos, pas, con or app)");
    }

}
