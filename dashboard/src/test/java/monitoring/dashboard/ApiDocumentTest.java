package monitoring.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import monitoring.storage.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The document of the REST API says of everything in it what it is. */
@ApiOnDatabase
class ApiDocumentTest {

    private final Program viewer;

    @Autowired
    ApiDocumentTest(WebApplicationContext context) {
        this.viewer = Program.as(Role.VIEWER, context);
    }

    @Test
    void sayWhatEveryOperationDoes() throws Exception {
        List<String> silent = new ArrayList<>();
        operations(this.viewer.read("/api/v1/openapi"), (path, operation) -> {
            if (says(operation.get("summary")).isEmpty() && says(operation.get("description")).isEmpty()) {
                silent.add(path);
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void sayWhatEveryParameterIs() throws Exception {
        List<String> silent = new ArrayList<>();
        operations(this.viewer.read("/api/v1/openapi"), (path, operation) -> {
            for (JsonNode parameter : operation.path("parameters")) {
                if (says(parameter.get("description")).isEmpty()) {
                    silent.add(path + " " + parameter.get("name").asString());
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void sayWhatEveryFieldIs() throws Exception {
        List<String> silent = new ArrayList<>();
        this.viewer.read("/api/v1/openapi").at("/components/schemas").properties().forEach((schema) -> {
            for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
                if (says(field.getValue().get("description")).isEmpty() && field.getValue().get("$ref") == null) {
                    silent.add(schema.getKey() + "." + field.getKey());
                }
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void nameTheGroupsOfOperationsAndSortThem() throws Exception {
        JsonNode document = this.viewer.read("/api/v1/openapi");
        List<String> groups = new ArrayList<>();
        document.get("tags").forEach((tag) -> groups.add(tag.get("name").asString()));
        assertThat(groups).isSorted()
            .contains("Alarms", "Incidents", "Own account")
            .noneMatch((name) -> name.contains("-"));
        operations(document, (path, operation) -> {
            assertThat(operation.get("tags")).as(path).hasSize(1);
            assertThat(groups).as(path).contains(operation.get("tags").get(0).asString());
        });
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> each) {
        document.get("paths")
            .properties()
            .forEach((path) -> path.getValue()
                .properties()
                .forEach((operation) -> each.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static String says(@Nullable JsonNode text) {
        return (text == null) ? "" : text.asString();
    }

}
