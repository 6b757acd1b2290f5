package monitoring.relay;

import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.springframework.boot.context.properties.ConfigurationProperties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "monitoring.relay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles = slices().matching("monitoring.relay.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule receiversKnowNoIndex = noClasses().that()
        .resideInAnyPackage("..relay.relp..", "..relay.intake..", "..relay.repeat..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..relay.index..", "..relay.syslog..", "..relay.journal..", "monitoring.storage..",
                "org.elasticsearch..");

    @ArchTest
    static final ArchRule theIndexKnowsNoReceiver = noClasses().that()
        .resideInAPackage("..relay.index..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..relay.relp..", "..relay.syslog..", "io.netty..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule formatsKnowNoWire = noClasses().that()
        .resideInAPackage("..relay.syslog..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..relay.relp..", "..relay.journal..", "..relay.index..", "..relay.intake..", "io.netty..");

    @ArchTest
    static final ArchRule onlyTheAdapterKnowsElasticsearch = noClasses().that()
        .resideInAPackage("monitoring.relay..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.elasticsearch..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule keysAreRecords = classes().that()
        .areAnnotatedWith(ConfigurationProperties.class)
        .should()
        .beRecords();

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule exceptionsHaveNames = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule fieldsAreNotInjected = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule namesSaySomething = noClasses().should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Base|Info|Data)");

    @ArchTest
    static void looksAtTheWholeRelay(JavaClasses found) {
        org.assertj.core.api.Assertions.assertThat(found.contain(Relay.class)).isTrue();
    }

}
