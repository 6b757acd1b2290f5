package monitoring.dashboard.web;

import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document of the REST API says of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "token";

    /** What parameters are that mean the same everywhere. */
    private static final Map<String, String> USUAL = Map.of("id", "its id, as the list gives it", "alarmId",
            "id of an alarm", "guid", "GUID of an app", "index", "number of an instance, 0 for the first", "name",
            "name of an account", "If-Match",
            "ETag of the version that was read; * for any. 428 where it is missing, 412 where somebody was faster");

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
            .info(new Info().title("PaaS Monitoring")
                .version("v1")
                .description("Times are ISO 8601 in UTC. Errors are problem+json. A page of a list has size items;"
                        + " its next, sent as after with everything else as it was, asks for the page that follows."
                        + " Who reads a list so meets each item once, whatever is added meanwhile; next is null on"
                        + " the last page. The first 10000 items can be asked for by page as well, and total counts"
                        + " up to 10000: exact says whether these are all. Changes send the ETag that was read as"
                        + " If-Match."))
            .addSecurityItem(new SecurityRequirement().addList(TOKEN))
            .components(new Components().addSecuritySchemes(TOKEN,
                    new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
    }

    /** The groups of operations, in the order of the alphabet. */
    @Bean
    OpenApiCustomizer sortedTags() {
        return (document) -> document.setTags(document.getPaths()
            .values()
            .stream()
            .flatMap((path) -> path.readOperations().stream())
            .flatMap((operation) -> operation.getTags().stream())
            .distinct()
            .sorted()
            .map((name) -> new Tag().name(name))
            .toList());
    }

    @Bean
    OpenApiCustomizer usualParameters() {
        return (document) -> document.getPaths()
            .values()
            .stream()
            .flatMap((path) -> path.readOperations().stream())
            .filter((operation) -> operation.getParameters() != null)
            .flatMap((operation) -> operation.getParameters().stream())
            .filter((parameter) -> parameter.getDescription() == null)
            .forEach((parameter) -> parameter.setDescription(USUAL.get(parameter.getName())));
    }

}
