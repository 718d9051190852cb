package org.webinararchiver.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the module table in CONTRIBUTING.md, and what each module must know nothing of. */
class ModuleArrowsTest {
    private static final String ROOT = "org.webinararchiver.";
    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.webinararchiver");
    }

    @Test
    void everyModuleIsSeenByThisTest() {
        assertThat(all.stream()
                        .map(type -> type.getPackageName().split("\\.")[2])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "core",
                        "client",
                        "media",
                        "sources",
                        "embedded",
                        "platform",
                        "simulator",
                        "api",
                        "download",
                        "compile",
                        "standalone");
    }

    @Test
    void modulesDependOnEachOtherByTheTableAlone() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.webinararchiver..")
                .layer("core")
                .definedBy(ROOT + "core..")
                .layer("client")
                .definedBy(ROOT + "client..")
                .layer("media")
                .definedBy(ROOT + "media..")
                .layer("sources")
                .definedBy(ROOT + "sources..")
                .layer("embedded")
                .definedBy(ROOT + "embedded..")
                .layer("platform")
                .definedBy(ROOT + "platform..")
                .layer("simulator")
                .definedBy(ROOT + "simulator..")
                .layer("api")
                .definedBy(ROOT + "api..")
                .layer("download")
                .definedBy(ROOT + "download..")
                .layer("compile")
                .definedBy(ROOT + "compile..")
                .layer("standalone")
                .definedBy(ROOT + "standalone..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("client")
                .mayNotAccessAnyLayer()
                .whereLayer("media")
                .mayOnlyAccessLayers("core")
                .whereLayer("sources")
                .mayOnlyAccessLayers("core")
                .whereLayer("embedded")
                .mayNotAccessAnyLayer()
                .whereLayer("platform")
                .mayOnlyAccessLayers("core")
                .whereLayer("simulator")
                .mayOnlyAccessLayers("core", "media")
                .whereLayer("api")
                .mayOnlyAccessLayers("core", "platform", "sources")
                .whereLayer("download")
                .mayOnlyAccessLayers("core", "media", "platform", "sources")
                .whereLayer("compile")
                .mayOnlyAccessLayers("core", "media", "platform")
                .check(all);
    }

    @Test
    void theCoreIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "core..")
                .check(all);
    }

    @Test
    void theCoreAsksNobody() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..")
                .check(all);
    }

    @Test
    void theClientNeedsNothingButJavaAndJackson() {
        classes()
                .that()
                .resideInAPackage(ROOT + "client..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", ROOT + "client..")
                .check(all);
    }

    @Test
    void theCompilerGetsNoInternetAndNoSecret() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "compile..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "platform.secret..", ROOT + "core.web..", "okhttp3..", "java.net.http..")
                .check(all);
    }

    @Test
    void featuresWithinAModuleDoNotGoInCircles() {
        slices().matching(ROOT + "platform.(*)..").should().beFreeOfCycles().check(all);
        slices().matching(ROOT + "core.(*)..").should().beFreeOfCycles().check(all);
    }
}
