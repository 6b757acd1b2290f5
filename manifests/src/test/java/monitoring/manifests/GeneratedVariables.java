package monitoring.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values for a manifest's {@code variables:}, as the director's CredHub generates them.
 */
final class GeneratedVariables {

    private static final String STORE_PASSWORD = "changeit";

    private static @Nullable Map<String, Object> certificate;

    private GeneratedVariables() {
    }

    static Map<String, Object> of(Map<String, Object> manifest) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Object entry : Yaml.listIn(manifest, "variables")) {
            String name = String.valueOf(Yaml.map(entry).get("name"));
            String type = String.valueOf(Yaml.map(entry).get("type"));
            values.put(name, switch (type) {
                case "password" -> "generated-" + name;
                case "certificate" -> certificate();
                default -> throw new IllegalArgumentException(name + ": " + type + " (expected: a known type)");
            });
        }
        return values;
    }

    /**
     * One self-signed pair stands for all: what matters here is that each file holds the
     * PEM it should.
     */
    private static synchronized Map<String, Object> certificate() {
        if (certificate == null) {
            try {
                certificate = generate();
            }
            catch (IOException | GeneralSecurityException ex) {
                throw new IllegalStateException("No certificate could be made", ex);
            }
        }
        return certificate;
    }

    private static Map<String, Object> generate() throws IOException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("generated-variables");
        Path file = directory.resolve("pair.p12");
        try {
            Bash.run(directory, Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                    "-alias", "pair", "-keyalg", "RSA", "-dname", "CN=relay.monitoring.internal", "-ext",
                    "san=dns:relay.monitoring.internal", "-keystore", file.toString(), "-storetype", "PKCS12",
                    "-storepass", STORE_PASSWORD)
                .requireSuccess();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream content = Files.newInputStream(file)) {
                store.load(content, STORE_PASSWORD.toCharArray());
            }
            String pem = pem("CERTIFICATE", store.getCertificate("pair").getEncoded());
            return Map.of("ca", pem, "certificate", pem, "private_key",
                    pem("PRIVATE KEY", store.getKey("pair", STORE_PASSWORD.toCharArray()).getEncoded()));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }

}
