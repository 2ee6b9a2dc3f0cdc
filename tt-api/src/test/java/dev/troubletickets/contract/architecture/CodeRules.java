// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/** What code may not do. */
public final class CodeRules {
    private static final Set<String> STREAMS = Set.of("out", "err");

    public static final ArchRule NO_TIME_BUT_THE_CLOCKS = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("it reads the time past the clock", TimeSources::isOne))
            .allowEmptyShould(true);

    public static final ArchRule NO_PRINTING = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("it prints", CodeRules::prints))
            .allowEmptyShould(true);

    public static final ArchRule NO_JDK_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger")
            .allowEmptyShould(true);

    public static final ArchRule NO_SERVICE_LOADER = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader")
            .allowEmptyShould(true);

    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(DescribedPredicate.describe("an annotation of a container", CodeRules::injects))
            .allowEmptyShould(true);

    public static final ArchRule ENTITIES_HIDDEN = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .or()
            .areAnnotatedWith("jakarta.persistence.Embeddable")
            .or()
            .areAnnotatedWith("jakarta.persistence.MappedSuperclass")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    /** What adapters throw at the library is their own. */
    public static final ArchRule ONE_EXCEPTION_ROOT = classes()
            .that()
            .areAssignableTo(Throwable.class)
            .and()
            .arePublic()
            .and()
            .resideOutsideOfPackage("dev.troubletickets.spi..")
            .should()
            .beAssignableTo("dev.troubletickets.failure.SupportException")
            .allowEmptyShould(true);

    private CodeRules() {}

    private static boolean prints(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        boolean stream = access.getTargetOwner().isEquivalentTo(System.class) && STREAMS.contains(name);
        return stream
                || (name.equals("printStackTrace") && access.getTargetOwner().isAssignableTo(Throwable.class));
    }

    private static boolean injects(JavaAnnotation<?> annotation) {
        String name = annotation.getRawType().getName();
        return Stream.of("jakarta.inject.", "javax.inject.", "jakarta.annotation.", "org.springframework.")
                .anyMatch(name::startsWith);
    }
}
