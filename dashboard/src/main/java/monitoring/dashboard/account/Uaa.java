package monitoring.dashboard.account;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

import monitoring.dashboard.account.UaaRefusal.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The UAA, and the CF API as it answers those whom the UAA knows. */
@Component
class Uaa {

    private static final int MOST_PAGES = 100;

    private final UaaProperties properties;

    private final ClientHttpRequestFactory requests;

    private final RestClient http;

    Uaa(UaaProperties properties) {
        this.properties = properties;
        HttpClient.Builder client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(properties.timeout());
        if (!properties.caCertificate().isEmpty()) {
            client
                .sslContext(SslBundle
                    .of(new PemSslStoreBundle(null,
                            PemSslStoreDetails.forCertificate("file:" + properties.caCertificate())))
                    .createSslContext());
        }
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client.build());
        factory.setReadTimeout(properties.timeout());
        this.requests = factory;
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /** How it is talked to: with its own authority and within the time that is set. */
    ClientHttpRequestFactory requests() {
        return this.requests;
    }

    /**
     * Asks whether it is there, before a browser is sent to it.
     * @throws UaaRefusal if it is not
     */
    void requireAnswer() {
        get(URI.create(this.properties.at("/info")), null);
    }

    /**
     * The names of the organizations that somebody may see.
     * @throws UaaRefusal if the CF API does not tell
     */
    List<String> organizations(String accessToken) {
        List<String> names = new ArrayList<>();
        @Nullable URI next = URI.create(this.properties.cfApi("/v3/organizations?per_page=5000&order_by=name"));
        for (int page = 0; next != null && page < MOST_PAGES; page++) {
            JsonNode answer = get(next, accessToken);
            if (!answer.path("resources").isArray()) {
                throw new UaaRefusal(Reason.UNCLEAR, next + " answered no list (expected: resources)");
            }
            answer.path("resources").forEach((one) -> names.add(one.path("name").asString("")));
            next = next(answer);
        }
        names.removeIf(String::isBlank);
        return names;
    }

    /** The next page, always at the CF API that is set: the token goes nowhere else. */
    private @Nullable URI next(JsonNode answer) {
        String href = answer.path("pagination").path("next").path("href").asString("");
        if (href.isEmpty()) {
            return null;
        }
        URI told = URI.create(href);
        return URI.create(this.properties.cfApi(told.getRawPath() + "?" + told.getRawQuery()));
    }

    private JsonNode get(URI uri, @Nullable String accessToken) {
        try {
            JsonNode answer = this.http.get().uri(uri).accept(MediaType.APPLICATION_JSON).headers((headers) -> {
                if (accessToken != null) {
                    headers.setBearerAuth(accessToken);
                }
            }).retrieve().body(JsonNode.class);
            if (answer == null) {
                throw new UaaRefusal(Reason.UNCLEAR, uri + " answered nothing (expected: JSON)");
            }
            return answer;
        }
        catch (ResourceAccessException ex) {
            throw new UaaRefusal(Reason.AWAY, uri + " did not answer", ex);
        }
        catch (RestClientException ex) {
            throw new UaaRefusal(Reason.UNCLEAR, uri + ": " + ex.getMessage(), ex);
        }
    }

}
