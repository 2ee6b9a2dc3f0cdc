// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of the architecture, one test for each; a module's test only implements this. */
public interface ArchitectureContract {
    /** What to hold to the rules: the main classes of the module whose tests run. */
    default ModuleClasses module() {
        return ModuleClasses.ofThisModule();
    }

    @Test
    default void thereAreClassesToLookAt() {
        assertThat(module().classes()).hasSizeGreaterThan(5);
    }

    @Test
    default void packagesHaveNoCycles() {
        PackageRules.NO_CYCLES.check(module().classes());
    }

    @Test
    default void nobodyImportsTheFacade() {
        PackageRules.FACADE_ON_TOP.check(module().classes());
    }

    @Test
    default void modulesKnowOnlyTheApi() {
        PackageRules.MODULES_APART.forEach(rule -> rule.check(module().classes()));
    }

    @Test
    default void librariesStayWhereTheyBelong() {
        PackageRules.LIBRARIES_IN_THEIR_PLACE.forEach(rule -> rule.check(module().classes()));
    }

    @Test
    default void everyPackageIsNullMarked() {
        PackageRules.NULL_MARKED.check(module().classes());
    }

    @Test
    default void timeComesFromAClock() {
        CodeRules.NO_TIME_BUT_THE_CLOCKS.check(module().classes());
    }

    @Test
    default void nothingIsPrinted() {
        CodeRules.NO_PRINTING.check(module().classes());
        CodeRules.NO_JDK_LOGGING.check(module().classes());
    }

    @Test
    default void wiringIsExplicit() {
        CodeRules.NO_SERVICE_LOADER.check(module().classes());
        CodeRules.NO_FIELD_INJECTION.check(module().classes());
    }

    @Test
    default void entitiesStayInTheirPackage() {
        CodeRules.ENTITIES_HIDDEN.check(module().classes());
    }

    @Test
    default void callersCatchOneRoot() {
        CodeRules.ONE_EXCEPTION_ROOT.check(module().classes());
    }

    @Test
    default void signaturesNameNoLibrary() {
        SignatureRule.noLibrariesIn(module().exported()).check(module().classes());
    }
}
