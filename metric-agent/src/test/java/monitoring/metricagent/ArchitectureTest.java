package monitoring.metricagent;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "monitoring.metricagent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("monitoring.metricagent.(*)..")
        .should()
        .beFreeOfCycles();

    @ArchTest
    static final ArchRule readersDoNotKnowWhereSamplesGo = noClasses().that()
        .resideInAnyPackage("..metricagent.host..", "..metricagent.container..", "..metricagent.bosh..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..metricagent.publish..", "..storage.influxdb..");

    @ArchTest
    static final ArchRule theAgentCarriesNoFramework = noClasses().should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.influxdb..", "com.fasterxml..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().should().callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule failuresHaveNames = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule namesRepelSomething = noClasses().should()
        .haveNameMatching(".*(Util|Helper|Manager|Impl|Common|Base|Info|Data)$");

}
