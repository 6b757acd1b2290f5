package monitoring.batch.notify;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

import monitoring.storage.notification.OwnNetwork;

/**
 * By which addresses a webhook is reached. A name is looked up once, and what was looked
 * up is what is connected to: a name that says something else a moment later leads
 * nowhere. Behind a proxy it is the proxy that looks up and decides.
 */
final class WebhookRoute {

    private final Lookup lookup;

    private final Predicate<InetAddress> refused;

    WebhookRoute(Lookup lookup, Predicate<InetAddress> refused) {
        this.lookup = lookup;
        this.refused = refused;
    }

    /** For addresses that people type. */
    static WebhookRoute of(WebhookProperties properties) {
        Predicate<InetAddress> refused = properties.allowPrivate() ? (address) -> false : OwnNetwork::contains;
        return new WebhookRoute(InetAddress::getAllByName, refused);
    }

    /** For addresses that the configuration names. */
    static WebhookRoute anywhere() {
        return new WebhookRoute(InetAddress::getAllByName, (address) -> false);
    }

    /**
     * The addresses of a host; empty where a proxy is asked for it.
     * @throws DeliveryException if one of them is in the platform's own network
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> to(URI target) throws UnknownHostException {
        if (isProxied(target)) {
            return List.of();
        }
        List<InetAddress> found = List.of(this.lookup.addresses(target.getHost().replaceAll("^\\[|]$", "")));
        if (found.stream().anyMatch(this.refused)) {
            throw DeliveryException.refused(
                    target.getHost()
                            + " lies in the platform's own network (allowed by batch.webhook.allow-private only)",
                    null);
        }
        return found;
    }

    private static boolean isProxied(URI target) {
        ProxySelector proxies = ProxySelector.getDefault();
        return proxies != null && proxies.select(target)
            .stream()
            .findFirst()
            .filter((first) -> first.type() != Proxy.Type.DIRECT)
            .isPresent();
    }

    /** Looks up the addresses of a host. */
    @FunctionalInterface
    interface Lookup {

        InetAddress[] addresses(String host) throws UnknownHostException;

    }

}
