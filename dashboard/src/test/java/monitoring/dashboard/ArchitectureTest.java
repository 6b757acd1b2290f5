package monitoring.dashboard;

import java.time.Instant;
import java.util.List;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import monitoring.storage.metric.MetricStore;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "monitoring.dashboard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("monitoring.dashboard.(*)..")
        .should()
        .beFreeOfCycles();

    @ArchTest
    static final ArchRule pagesKnowNoFeature = noClasses().that()
        .resideInAPackage("..dashboard.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..dashboard.account..", "..dashboard.inventory..", "..dashboard.alarm..",
                "..dashboard.log..", "..dashboard.metric..", "..dashboard.policy..", "..dashboard.overview..");

    @ArchTest
    static final ArchRule neverWritesMetrics = noClasses().should().callMethod(MetricStore.class, "write", List.class);

    @ArchTest
    static final ArchRule talksToStoresByTheirWordsOnly = noClasses().that()
        .doNotBelongToAnyOf(DashboardApplication.class, ConfigurationCheck.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.influxdb..", "org.elasticsearch..", "org.springframework.jdbc..",
                "monitoring.storage.jdbc..", "monitoring.storage.influxdb..", "monitoring.storage.elasticsearch..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule controllersAreHidden = classes().that()
        .areAnnotatedWith(Controller.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule propertiesAreRecords = classes().that()
        .areAnnotatedWith(ConfigurationProperties.class)
        .should()
        .beRecords();

    @ArchTest
    static final ArchRule fieldsAreNotInjected = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule namesSayWhatTheyAre = noClasses().should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Base|Info|Data)");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule exceptionsSayWhatFailed = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

}
