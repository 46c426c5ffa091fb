package io.baro.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the engine's packages to their directions and the core to determinism. */
class ArchitectureTest {
    private static final String[] CORE = {
        "io.baro.engine.callcenter..",
        "io.baro.engine.line..",
        "io.baro.engine.routing..",
        "io.baro.engine.state..",
        "io.baro.engine.port..",
        "io.baro.engine.traffic.."
    };
    private static final String[] STATE_MACHINE = {
        "io.baro.engine.callcenter..", "io.baro.engine.line..", "io.baro.engine.routing..", "io.baro.engine.state.."
    };

    private final JavaClasses engine = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.baro.engine");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.baro.engine.(*)..").should().beFreeOfCycles().check(engine);
    }

    @Test
    void engineKnowsNeitherPbxNorHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.baro.acd..", "io.baro.bench..", "io.netty..", "org.asteriskjava..", "java.net.http..")
                .check(engine);
    }

    @Test
    void coreKnowsNoRuntime() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.baro.engine.runtime..", "io.baro.engine.journal..", "com.lmax..", "io.aeron..")
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void coreReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..")
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void coreStartsNoThreadAndTouchesNoFileAndNoLog() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.lang.reflect..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void decisionsDrawNoRandomNumber() {
        noClasses()
                .that()
                .resideInAnyPackage(STATE_MACHINE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.random.RandomGenerator.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.UUID")
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void stateHoldsNoFloatingPoint() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(STATE_MACHINE)
                .and()
                .areNotStatic()
                .should()
                .notHaveRawType(float.class)
                .andShould()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float[].class)
                .andShould()
                .notHaveRawType(double[].class)
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void stateIsNeverStaticAndMutable() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("io.baro.engine.message..")
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(engine);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Common|Helper|Manager|Impl)(\\$.*)?")
                .orShould()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..")
                .check(engine);
    }
}
