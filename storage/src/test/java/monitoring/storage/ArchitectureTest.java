package monitoring.storage;

import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import monitoring.storage.alarm.Alarm;
import monitoring.storage.jdbc.JdbcConfiguration;

import org.springframework.boot.context.properties.ConfigurationProperties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

@AnalyzeClasses(packages = "monitoring.storage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] ADAPTERS = { "monitoring.storage.influxdb..", "monitoring.storage.elasticsearch..",
            "monitoring.storage.jdbc.." };

    private static final String[] WORDS = { "monitoring.storage.metric..", "monitoring.storage.log..",
            "monitoring.storage.inventory..", "monitoring.storage.policy..", "monitoring.storage.alarm..",
            "monitoring.storage.notification..", "monitoring.storage.scaling..", "monitoring.storage.account..",
            "monitoring.storage.run..", "monitoring.storage.paging.." };

    @ArchTest
    static final ArchRule noCycles = slices().matching("monitoring.storage.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule wordsNeedNothingButTheLanguage = classes().that()
        .resideInAnyPackage(WORDS)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(words());

    @ArchTest
    static final ArchRule adaptersShowTheirConfigurationOnly = classes().that()
        .resideInAnyPackage(ADAPTERS)
        .and()
        .haveSimpleNameNotEndingWith("Configuration")
        .and()
        .areNotAnnotatedWith(ConfigurationProperties.class)
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic();

    @ArchTest
    static final ArchRule onlyItsAdapterKnowsInfluxDb = noClasses().that()
        .resideOutsideOfPackage("monitoring.storage.influxdb..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.influxdb..", "okhttp3..", "monitoring.storage.influxdb..");

    @ArchTest
    static final ArchRule onlyItsAdapterKnowsElasticsearch = noClasses().that()
        .resideOutsideOfPackage("monitoring.storage.elasticsearch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.elasticsearch..", "org.apache.http..", "monitoring.storage.elasticsearch..");

    @ArchTest
    static final ArchRule onlyItsAdapterKnowsSql = noClasses().that()
        .resideOutsideOfPackage("monitoring.storage.jdbc..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "org.springframework.transaction..", "org.flywaydb..",
                "java.sql..", "javax.sql..", "monitoring.storage.jdbc..");

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
    static void looksAtTheWholeModule(JavaClasses found) {
        assertThat(found.contain(Alarm.class)).isTrue();
        assertThat(found.contain(JdbcConfiguration.class)).isTrue();
    }

    private static String[] words() {
        String[] language = { "java.lang..", "java.util..", "java.time..", "java.net", "java.nio.charset", "java.io",
                "org.jspecify.." };
        String[] all = new String[language.length + WORDS.length];
        System.arraycopy(language, 0, all, 0, language.length);
        System.arraycopy(WORDS, 0, all, language.length, WORDS.length);
        return all;
    }

}
