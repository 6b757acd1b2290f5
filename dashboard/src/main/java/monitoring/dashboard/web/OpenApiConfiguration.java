package monitoring.dashboard.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document of the REST API says of itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
            .info(new Info().title("PaaS Monitoring")
                .version("v1")
                .description("Times are ISO 8601 in UTC. Errors are problem+json. Lists are paged by page and size,"
                        + " logs by their cursor. Changes send the ETag that was read as If-Match."))
            .addSecurityItem(new SecurityRequirement().addList(TOKEN))
            .components(new Components().addSecuritySchemes(TOKEN,
                    new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
    }

}
