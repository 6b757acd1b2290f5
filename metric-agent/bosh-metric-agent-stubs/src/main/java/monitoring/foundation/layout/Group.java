package monitoring.foundation.layout;

import java.util.List;

import monitoring.foundation.layout.FoundationVm.Hardware;

/**
 * An instance group of one of the foundation's deployments.
 *
 * @param name its name, {@code job} in BOSH's API
 * @param deployment its deployment
 * @param hardware what its VMs have
 */
record Group(String name, String deployment, Hardware hardware) {

    private static final long GIB = 1L << 30;

    private static final Group CELL = new Group(FoundationVm.CELL, "paasta",
            hardware(4, 32, 100, "rep", "garden", "route_emitter", "loggr-forwarder-agent", "netmon", "silk-daemon"));

    /** The first forty VMs; what is more than that is mostly cells and routers. */
    private static final List<Group> FIRST = List.of(small("nats", "nats", "nats-tls"), CELL,
            small("database", "galera-init", "pxc-mysql"), CELL, small("router", "gorouter"), CELL,
            small("api", "cloud_controller_ng", "nginx_cc", "file_server"), CELL,
            small("uaa", "uaa", "statsd_injector"), CELL, small("diego-api", "bbs", "locket", "silk-controller"), CELL,
            small("router", "gorouter"), CELL, small("nats", "nats", "nats-tls"),
            small("scheduler", "auctioneer", "cc_deployment_updater", "tps_watcher"),
            small("cc-worker", "cloud_controller_worker_1"), CELL, small("doppler", "doppler"),
            small("log-api", "reverse_log_proxy", "trafficcontroller"), CELL, small("singleton-blobstore", "blobstore"),
            small("haproxy", "haproxy"), CELL, small("tcp-router", "tcp_router"), small("credhub", "credhub"),
            service("mysql", "paasta-mysql-service", "mariadb", "arbitrator"), CELL,
            service("mysql", "paasta-mysql-service", "mariadb", "arbitrator"), small("api", "cloud_controller_ng"),
            service("redis", "paasta-redis-service", "redis-broker", "redis-server"), CELL,
            service("rabbitmq", "paasta-rabbitmq-service", "rabbitmq-server", "rabbitmq-haproxy"),
            small("doppler", "doppler"), service("portal-api", "portal", "portal-api", "portal-gateway"),
            service("portal-web", "portal", "portal-webuser", "portal-webadmin"), small("uaa", "uaa"),
            small("diego-api", "bbs", "locket"), small("scheduler", "auctioneer"), CELL);

    private static final List<Group> MORE = List.of(CELL, CELL, small("router", "gorouter"), CELL, CELL,
            service("mysql", "paasta-mysql-service", "mariadb"), CELL, CELL, small("doppler", "doppler"), CELL);

    /** The group of the VM with a number. */
    static Group ofVm(int number) {
        return (number < FIRST.size()) ? FIRST.get(number) : MORE.get((number - FIRST.size()) % MORE.size());
    }

    private static Group small(String name, String... processes) {
        return new Group(name, "paasta", hardware(2, 8, 30, processes));
    }

    private static Group service(String name, String deployment, String... processes) {
        return new Group(name, deployment, hardware(2, 4, 20, processes));
    }

    private static Hardware hardware(int cores, long memory, long dataDisk, String... processes) {
        return new Hardware(cores, memory * GIB, 5 * GIB, dataDisk * GIB, List.of(processes));
    }

}
