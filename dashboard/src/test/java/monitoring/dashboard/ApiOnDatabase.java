package monitoring.dashboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.TestPropertySource;

/** The whole dashboard on one database for all tests of the REST API. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunningDashboard
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:api;DB_CLOSE_DELAY=-1")
@interface ApiOnDatabase {

}
