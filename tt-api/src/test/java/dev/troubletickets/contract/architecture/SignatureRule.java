// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a caller sees of the exported packages names the JDK and the library's own types, nothing else. */
public final class SignatureRule {
    private static final String[] OURS = {"java.", "javax.sql.", "javax.net.", "dev.troubletickets."};

    private SignatureRule() {}

    /** The rule for the packages that are exported. */
    public static ArchRule noLibrariesIn(Predicate<String> exported) {
        return classes().should(new NameNoLibrary(exported)).allowEmptyShould(true);
    }

    private static final class NameNoLibrary extends ArchCondition<JavaClass> {
        private final Predicate<String> exported;

        NameNoLibrary(Predicate<String> exported) {
            super("name no library in what callers see");
            this.exported = exported;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (exported.test(type.getPackageName()) && isSeen(type)) {
                supertypes(type).forEach(seen -> require(type.getName(), seen, events));
                type.getFields().stream()
                        .filter(NameNoLibrary::isShown)
                        .forEach(field -> require(field.getFullName(), field.getType(), events));
                type.getCodeUnits().stream()
                        .filter(NameNoLibrary::isShown)
                        .forEach(unit -> types(unit).forEach(seen -> require(unit.getFullName(), seen, events)));
            }
        }

        private static boolean isSeen(JavaClass type) {
            Optional<JavaClass> around = type.getEnclosingClass();
            return isShown(type) && (around.isEmpty() || isSeen(around.get()));
        }

        private static boolean isShown(HasModifiers member) {
            return member.getModifiers().contains(JavaModifier.PUBLIC)
                    || member.getModifiers().contains(JavaModifier.PROTECTED);
        }

        private static Stream<JavaType> supertypes(JavaClass type) {
            return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        }

        private static Stream<JavaType> types(JavaCodeUnit unit) {
            Stream<JavaType> thrown = unit.getExceptionTypes().stream().map(type -> type);
            return Stream.concat(
                    Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()), thrown);
        }

        private static void require(String where, JavaType seen, ConditionEvents events) {
            for (JavaClass named : seen.getAllInvolvedRawTypes()) {
                JavaClass base = named.getBaseComponentType();
                boolean ours = base.isPrimitive() || Stream.of(OURS).anyMatch(base.getName()::startsWith);
                events.add(new SimpleConditionEvent(base, ours, where + " names " + base.getName()));
            }
        }
    }
}
