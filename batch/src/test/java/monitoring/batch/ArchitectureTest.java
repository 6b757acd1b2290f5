package monitoring.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of the house that a compiler does not check. */
@AnalyzeClasses(packages = "monitoring.batch", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCircles = slices().matching("monitoring.batch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesDoNotKnowEachOther = slices().matching("monitoring.batch.(*)..")
        .namingSlices("$1")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("monitoring.batch.job.."),
                com.tngtech.archunit.base.DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule decisionsKnowNoFramework = noClasses().that()
        .haveNameMatching(
                "monitoring.batch.(evaluate.(Cycle|Coverage|RollCall|Sight|Rule.*)|incident.Gathering|scale.ScalingRule)")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule keysAreRecords = classes().that()
        .areAnnotatedWith(ConfigurationProperties.class)
        .should()
        .beRecords();

    @ArchTest
    static final ArchRule namesSaySomething = noClasses().should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Base|Info|Data)");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule failuresHaveNames = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

}
