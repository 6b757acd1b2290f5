package monitoring.dashboard.account;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

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
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** The UAA, and the CF API as it answers those whom the UAA knows. */
@Component
class Uaa {

    private static final int MOST_PAGES = 100;

    /** What the UAA says of a person, not of this dashboard or of itself. */
    private static final List<String> OVER = List.of("\"invalid_token\"", "\"invalid_grant\"", "\"invalid_scope\"");

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

    /**
     * Asks by a refresh token whether somebody is still who they were, and what they may.
     * @throws UaaRefusal if the UAA says no, or does not answer
     */
    Renewed renew(String refreshToken) {
        URI uri = URI.create(this.properties.at("/oauth/token"));
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "refresh_token");
        form.add("refresh_token", refreshToken);
        JsonNode answer = answer(uri,
                () -> this.http.post()
                    .uri(uri)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .accept(MediaType.APPLICATION_JSON)
                    .headers((headers) -> headers.setBasicAuth(encoded(this.properties.clientId()),
                            encoded(this.properties.clientSecret())))
                    .body(form)
                    .retrieve()
                    .body(JsonNode.class));
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new UaaRefusal(Reason.UNCLEAR, uri + " answered no token (expected: access_token)");
        }
        return new Renewed(Set.copyOf(List.of(answer.path("scope").asString("").strip().split("\\s+"))), token,
                answer.path("refresh_token").asString(refreshToken));
    }

    /** As RFC 6749 wants a client's name and secret in a header. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
        return answer(uri, () -> this.http.get().uri(uri).accept(MediaType.APPLICATION_JSON).headers((headers) -> {
            if (accessToken != null) {
                headers.setBearerAuth(accessToken);
            }
        }).retrieve().body(JsonNode.class));
    }

    private static JsonNode answer(URI uri, Supplier<@Nullable JsonNode> question) {
        try {
            JsonNode answer = question.get();
            if (answer == null) {
                throw new UaaRefusal(Reason.UNCLEAR, uri + " answered nothing (expected: JSON)");
            }
            return answer;
        }
        catch (ResourceAccessException ex) {
            throw new UaaRefusal(Reason.AWAY, uri + " did not answer", ex);
        }
        catch (RestClientResponseException ex) {
            boolean over = OVER.stream().anyMatch(ex.getResponseBodyAsString()::contains);
            throw new UaaRefusal(over ? Reason.ENDED : Reason.UNCLEAR, uri + ": " + ex.getMessage(), ex);
        }
        catch (RestClientException ex) {
            throw new UaaRefusal(Reason.UNCLEAR, uri + ": " + ex.getMessage(), ex);
        }
    }

    /**
     * What somebody may by now.
     *
     * @param scopes that are granted; copied
     * @param accessToken good for the CF API, not to be kept
     * @param refreshToken by which to ask the next time
     */
    record Renewed(Set<String> scopes, String accessToken, String refreshToken) {

        Renewed {
            scopes = Set.copyOf(scopes);
        }

        /** Without the tokens. */
        @Override
        public String toString() {
            return this.scopes.toString();
        }

    }

}
