package monitoring.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The endpoints of the running program, and those that endpoints.txt declares. */
final class Endpoints {

    private Endpoints() {
    }

    /** Every mapping as "METHOD pattern"; one that names no method is GET and POST. */
    static Map<String, HandlerMethod> running(RequestMappingHandlerMapping mapping) {
        Map<String, HandlerMethod> all = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                methods(info).forEach((method) -> all.put(method + " " + pattern, handler));
            }
        });
        return all;
    }

    private static List<String> methods(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
        return methods.isEmpty() ? List.of("GET", "POST") : methods;
    }

    /** "METHOD pattern" and who may, as the table says. */
    static Map<String, String> declared() {
        Map<String, String> declared = new TreeMap<>();
        for (String line : lines()) {
            String[] words = line.strip().split("\\s+");
            if (words.length != 3) {
                throw new IllegalStateException("endpoints.txt: " + line + " (expected: METHOD path who)");
            }
            if (declared.put(words[0] + " " + words[1], words[2]) != null) {
                throw new IllegalStateException("endpoints.txt: " + line + " (expected: once)");
            }
        }
        return declared;
    }

    private static List<String> lines() {
        try {
            String text = new ClassPathResource("monitoring/dashboard/endpoints.txt")
                .getContentAsString(StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(text.lines().toList());
            lines.removeIf((line) -> line.isBlank() || line.startsWith("#"));
            return lines;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
