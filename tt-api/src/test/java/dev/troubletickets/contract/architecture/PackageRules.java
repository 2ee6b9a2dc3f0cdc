// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom. */
public final class PackageRules {
    private static final String ROOT = "dev.troubletickets";
    private static final String[] CORE = {
        ROOT, ROOT + ".core..", ROOT + ".memory..", ROOT + ".quotes..", ROOT + ".spelling.."
    };
    private static final String[] JDBC = {ROOT + ".jdbc.."};
    private static final String[] MAIL = {ROOT + ".mail.."};
    private static final String[] PGP = {ROOT + ".pgp.."};

    /** Among all packages, the root included. */
    public static final ArchRule NO_CYCLES =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().allowEmptyShould(true);

    public static final ArchRule FACADE_ON_TOP = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT)
            .allowEmptyShould(true);

    /** The api knows no module, core no adapter, an adapter neither core nor another adapter. */
    public static final List<ArchRule> MODULES_APART = List.of(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(all(CORE, JDBC, MAIL, PGP))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(all(CORE, JDBC, MAIL, PGP))
                    .allowEmptyShould(true),
            apart(CORE, all(JDBC, MAIL, PGP)),
            apart(JDBC, all(CORE, MAIL, PGP)),
            apart(MAIL, all(CORE, JDBC, PGP)),
            apart(PGP, all(CORE, JDBC, MAIL)));

    /** The api needs the JDK alone; Hibernate is there at run time only. */
    public static final List<ArchRule> LIBRARIES_IN_THEIR_PLACE = List.of(
            only(all(JDBC), "jakarta.persistence..", "org.flywaydb..", "org.h2.."),
            only(all(MAIL), "jakarta.mail..", "org.eclipse.angus..", "org.apache.james..", "org.jsoup.."),
            only(all(PGP), "org.bouncycastle.."),
            only(all(CORE), "tools.jackson..", "com.fasterxml..", "com.github.benmanes..", "com.samskivert.."),
            only(new String[] {ROOT + ".spelling"}, "org.apache.lucene.."),
            only(all(CORE, JDBC, MAIL, PGP), "org.slf4j.."),
            only(new String[0], "org.hibernate..", "sun..", "com.sun.."));

    public static final ArchRule NULL_MARKED = classes().should(new BeInNullMarkedPackage());

    private PackageRules() {}

    private static String[] all(String[]... groups) {
        return Stream.of(groups).flatMap(Stream::of).toArray(String[]::new);
    }

    private static ArchRule apart(String[] module, String[] others) {
        return noClasses()
                .that()
                .resideInAnyPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private static ArchRule only(String[] users, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {
        private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

        BeInNullMarkedPackage() {
            super("be in a package that package-info marks @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked =
                    type.getName().equals("module-info") || type.getPackage().isAnnotatedWith(NULL_MARKED);
            events.add(new SimpleConditionEvent(
                    type, marked, type.getName() + " is in a package without @NullMarked package-info"));
        }
    }
}
