package monitoring.dashboard.account;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import monitoring.storage.account.Role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by the UAA of Cloud Foundry, beside local accounts; off while no URL is given.
 *
 * @param url of the UAA, as the dashboard reaches it
 * @param loginUrl of its pages, as browsers reach them; empty where it is the same
 * @param clientId of the dashboard at the UAA
 * @param clientSecret of that client
 * @param caCertificate file with the UAA's CA (PEM); the JVM's if none is given
 * @param timeout of each answer
 * @param recheck after how long the UAA is asked again for whom it vouches
 * @param patience how long a session goes on while the UAA does not answer
 * @param cfApiUrl CF API, asked which organizations somebody may see who has none of the
 * scopes below; empty: they are not let in
 * @param createAccounts whether a first sign-in makes an account; else an administrator
 * makes it before
 * @param administratorScopes who has one of these is an administrator
 * @param operatorScopes who has one of these is an operator
 * @param viewerScopes who has one of these is a viewer of everything
 */
@ConfigurationProperties("dashboard.uaa")
record UaaProperties(@DefaultValue("") String url, @DefaultValue("") String loginUrl,
        @DefaultValue("paas_monitoring") String clientId, @DefaultValue("") String clientSecret,
        @DefaultValue("") String caCertificate, @DefaultValue("10s") Duration timeout,
        @DefaultValue("5m") Duration recheck, @DefaultValue("1h") Duration patience, @DefaultValue("") String cfApiUrl,
        @DefaultValue("true") boolean createAccounts,
        @DefaultValue("cloud_controller.admin") Set<String> administratorScopes,
        @DefaultValue("paas_monitoring.operator") Set<String> operatorScopes, @DefaultValue( {
                "cloud_controller.admin_read_only", "cloud_controller.global_auditor" }) Set<String> viewerScopes){

    /** Shows somebody's organizations in the CF API. */
    private static final String READ = "cloud_controller.read";

    UaaProperties {
        requireAddress("url", url);
        requireAddress("login-url", loginUrl);
        requireAddress("cf-api-url", cfApiUrl);
        if (!url.isEmpty() && clientId.isBlank()) {
            throw new IllegalArgumentException("dashboard.uaa.client-id: blank (expected: a client of the UAA)");
        }
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("dashboard.uaa.timeout: " + timeout + " (expected: > 0s)");
        }
        if (recheck.toSeconds() < 1) {
            throw new IllegalArgumentException("dashboard.uaa.recheck: " + recheck + " (expected: >= 1s)");
        }
        if (patience.compareTo(recheck) < 0) {
            throw new IllegalArgumentException(
                    "dashboard.uaa.patience: " + patience + " (expected: >= dashboard.uaa.recheck, " + recheck + ")");
        }
        if (!caCertificate.isEmpty() && !Files.isReadable(Path.of(caCertificate))) {
            throw new IllegalArgumentException(
                    "dashboard.uaa.ca-certificate: " + caCertificate + " (expected: a readable PEM file)");
        }
    }

    boolean isOn() {
        return !this.url.isEmpty();
    }

    /** An address of the UAA, for the dashboard. */
    String at(String path) {
        return under(this.url, path);
    }

    /** An address of the UAA, for browsers. */
    String page(String path) {
        return under(this.loginUrl.isEmpty() ? this.url : this.loginUrl, path);
    }

    /** An address of the CF API. */
    String cfApi(String path) {
        return under(this.cfApiUrl, path);
    }

    boolean asksForOrganizations() {
        return !this.cfApiUrl.isEmpty();
    }

    /** What is asked for; the UAA grants of it what somebody's groups allow. */
    Set<String> scopes() {
        Set<String> all = new TreeSet<>(Set.of("openid"));
        all.addAll(this.administratorScopes);
        all.addAll(this.operatorScopes);
        all.addAll(this.viewerScopes);
        if (asksForOrganizations()) {
            all.add(READ);
        }
        return all;
    }

    /** The highest role that granted scopes stand for; none if none does. */
    Optional<Role> role(Set<String> granted) {
        if (granted.stream().anyMatch(this.administratorScopes::contains)) {
            return Optional.of(Role.ADMINISTRATOR);
        }
        if (granted.stream().anyMatch(this.operatorScopes::contains)) {
            return Optional.of(Role.OPERATOR);
        }
        return granted.stream().anyMatch(this.viewerScopes::contains) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    private static String under(String address, String path) {
        return address.replaceAll("/+$", "") + path;
    }

    private static void requireAddress(String key, String value) {
        if (!value.isEmpty() && !isAddress(value)) {
            throw new IllegalArgumentException(
                    "dashboard.uaa." + key + ": " + value + " (expected: http://host or https://host)");
        }
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return isOn() ? "UAA " + this.url + " as " + this.clientId : "no UAA";
    }

}
