package monitoring.foundation;

import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.context.properties.ConfigurationProperties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "monitoring.foundation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("monitoring.foundation.(*)..")
        .should()
        .beFreeOfCycles();

    @ArchTest
    static final ArchRule noPartKnowsWhoJoinsIt = noClasses().that()
        .resideInAPackage("monitoring.foundation.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("monitoring.foundation");

    @ArchTest
    static final ArchRule theLayoutKnowsNothingOfTime = noClasses().that()
        .resideInAPackage("..foundation.layout..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.time..");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule propertiesAreRecords = classes().that()
        .areAnnotatedWith(ConfigurationProperties.class)
        .should()
        .beRecords();

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule failuresHaveNames = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule namesRepelSomething = noClasses().should()
        .haveNameMatching(".*(Util|Helper|Manager|Impl|Common|Base|Info|Data)$");

}
