package monitoring.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jruby.embed.LocalContextScope;
import org.jruby.embed.ScriptingContainer;

/**
 * Renders the templates of a job with JRuby. Starting one costs seconds: share it within
 * a test class.
 */
final class JobTemplates implements AutoCloseable {

    private final ScriptingContainer ruby = new ScriptingContainer(LocalContextScope.SINGLETHREAD);

    private final Object evaluator;

    JobTemplates() {
        this.evaluator = this.ruby.runScriptlet(script());
    }

    /** Place on the VM to its content. */
    Map<String, String> render(JobSpec job, Map<String, Object> manifestProperties, Map<String, Object> instance) {
        String properties = Yaml.write(job.bind(manifestProperties));
        String spec = Yaml.write(instance);
        Map<String, String> rendered = new LinkedHashMap<>();
        job.templates().forEach((file, place) -> {
            try {
                String template = Files.readString(job.directory().resolve("templates").resolve(file));
                rendered.put(place,
                        (String) this.ruby.callMethod(this.evaluator, "render", template, properties, spec));
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
            catch (RuntimeException ex) {
                throw new IllegalArgumentException(job.name() + "/" + file + ": " + ex.getMessage(), ex);
            }
        });
        return rendered;
    }

    /** The {@code spec} that a template sees on one VM of the deployment. */
    static Map<String, Object> instance(String deployment, String instanceGroup) {
        Map<String, Object> instance = new LinkedHashMap<>();
        instance.put("deployment", deployment);
        instance.put("name", instanceGroup);
        instance.put("job", Map.of("name", instanceGroup));
        instance.put("id", "83bd66e5-3fdf-44b7-bdd6-508deae7c786");
        instance.put("index", 0);
        instance.put("bootstrap", true);
        instance.put("az", "z1");
        instance.put("address", "10.0.1.17");
        instance.put("ip", "10.0.1.17");
        return instance;
    }

    @Override
    public void close() {
        this.ruby.terminate();
    }

    private static String script() {
        try (InputStream script = JobTemplates.class.getResourceAsStream("job_template.rb")) {
            return new String(Objects.requireNonNull(script, "job_template.rb").readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
