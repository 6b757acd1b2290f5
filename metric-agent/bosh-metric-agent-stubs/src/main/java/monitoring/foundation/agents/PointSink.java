package monitoring.foundation.agents;

/** Takes points. Not for several threads at once. */
interface PointSink {

    /** From here on points are of another moment. */
    void at(long epochSecond);

    void value(PointTarget target, Metric metric, double value);

    /** A value of a container, with the app's limits in bytes. */
    void limited(PointTarget target, Metric metric, double value, ContainerAgent.Limits limits);

    void process(PointTarget target, ProcessPoint process);

    /** Sends what has been taken. */
    void flush();

    /**
     * One of the largest processes of a VM.
     *
     * @param rank 1 for the largest
     * @param pid its number
     * @param memory resident bytes
     * @param start epoch milliseconds
     */
    record ProcessPoint(int rank, int pid, long memory, long start) {
    }

}
