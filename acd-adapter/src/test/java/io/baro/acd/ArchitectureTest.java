package io.baro.acd;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the adapter's packages to their directions and each library to its door. */
class ArchitectureTest {
    private final JavaClasses adapter = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.baro.acd");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.baro.acd.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(adapter);
    }

    @Test
    void productionKnowsNoBenchmark() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baro.bench..", "org.openjdk.jmh..")
                .allowEmptyShould(true)
                .check(adapter);
    }

    @Test
    void onlyTheWireAndTheServersTouchNetty() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.baro.acd.ami..", "io.baro.acd.asterisk..", "io.baro.acd.pbx..", "io.baro.acd.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .allowEmptyShould(true)
                .check(adapter);
    }

    @Test
    void adapterKnowsTheRingOnlyThroughTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.lmax..")
                .allowEmptyShould(true)
                .check(adapter);
    }

    @Test
    void stateIsNeverStaticAndMutable() {
        fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(adapter);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Common|Helper|Manager|Impl)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..")
                .allowEmptyShould(true)
                .check(adapter);
    }
}
