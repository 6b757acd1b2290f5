package monitoring.manifests;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The values of a filled-in manifest that nobody but the program may see. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile("(?:.*[._])?(?:password|secret|token|private_key)");

    private Secrets() {
    }

    static Set<String> in(Map<String, Object> manifest) {
        Set<String> secrets = new LinkedHashSet<>();
        Manifests.jobsOf(manifest)
            .values()
            .forEach((job) -> Yaml.eachLeaf("", Yaml.mapIn(job, "properties"), (path, value) -> {
                if (NAME.matcher(path).matches() && value != null && !String.valueOf(value).isEmpty()) {
                    secrets.add(String.valueOf(value));
                }
            }));
        if (secrets.isEmpty()) {
            throw new IllegalStateException("The manifest has no secret (expected: the stores' passwords at least)");
        }
        return secrets;
    }

}
