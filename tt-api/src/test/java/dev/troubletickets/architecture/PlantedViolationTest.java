// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.architecture.ModuleClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule fails on a violation of it, and on no good code. */
class PlantedViolationTest {
    private static final Pattern TYPE = Pattern.compile("(?:class|@interface|interface) (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        timeComesFromAClock | package dev.troubletickets.core; class A { Object a = java.time.Instant.now(); }
        timeComesFromAClock | package dev.troubletickets.core; class A { Object a = java.time.LocalDate.now(java.time.ZoneOffset.UTC); }
        timeComesFromAClock | package dev.troubletickets.core; class A { java.util.function.Supplier<Object> a = java.time.Instant::now; }
        timeComesFromAClock | package dev.troubletickets.core; class A { long a = System.nanoTime(); }
        timeComesFromAClock | package dev.troubletickets.core; class A { Object a = new java.util.Date(); }
        timeComesFromAClock | package dev.troubletickets.core; class A { Object a = java.util.Calendar.getInstance(); }
        timeComesFromAClock | package dev.troubletickets.core; class A { Object a = java.time.Clock.systemUTC(); }
        nothingIsPrinted | package dev.troubletickets.core; class A { void a() { System.out.println(); } }
        nothingIsPrinted | package dev.troubletickets.core; class A { void a(Exception e) { e.printStackTrace(); } }
        nothingIsPrinted | package dev.troubletickets.core; class A { java.util.logging.Logger a; }
        wiringIsExplicit | package dev.troubletickets.core; class A { Object a = java.util.ServiceLoader.load(A.class); }
        wiringIsExplicit | package dev.troubletickets.core; class A { @jakarta.inject.Inject Object a; } package jakarta.inject; public @interface Inject {}
        entitiesStayInTheirPackage | package dev.troubletickets.jdbc; @jakarta.persistence.Entity public class A {} package jakarta.persistence; public @interface Entity {}
        callersCatchOneRoot | package dev.troubletickets.core; public class A extends RuntimeException {}
        modulesKnowOnlyTheApi | package dev.troubletickets.pgp; class A extends dev.troubletickets.core.B {} package dev.troubletickets.core; public class B {}
        modulesKnowOnlyTheApi | package dev.troubletickets.jdbc; class A extends dev.troubletickets.mail.B {} package dev.troubletickets.mail; public class B {}
        modulesKnowOnlyTheApi | package dev.troubletickets.core; class A extends dev.troubletickets.jdbc.B {} package dev.troubletickets.jdbc; public class B {}
        modulesKnowOnlyTheApi | package dev.troubletickets.ticket; class A extends dev.troubletickets.core.B {} package dev.troubletickets.core; public class B {}
        librariesStayWhereTheyBelong | package dev.troubletickets.core; class A extends org.bouncycastle.B {} package org.bouncycastle; public class B {}
        librariesStayWhereTheyBelong | package dev.troubletickets.memory; class A extends org.apache.lucene.B {} package org.apache.lucene; public class B {}
        librariesStayWhereTheyBelong | package dev.troubletickets.jdbc; class A extends org.hibernate.B {} package org.hibernate; public class B {}
        nobodyImportsTheFacade | package dev.troubletickets.core; class A extends dev.troubletickets.B {} package dev.troubletickets; public class B {}
        packagesHaveNoCycles | package dev.troubletickets.ticket; public class A extends dev.troubletickets.view.B {} package dev.troubletickets.view; public class B { dev.troubletickets.ticket.A a; }
        everyPackageIsNullMarked | package dev.troubletickets.unmarked; class A {}
        signaturesNameNoLibrary | package dev.troubletickets.pgp; public class A { public java.util.List<org.bouncycastle.B[]> a() { return null; } } package org.bouncycastle; public class B {}
        signaturesNameNoLibrary | package dev.troubletickets.pgp; public class A { protected A(org.bouncycastle.B b) {} } package org.bouncycastle; public class B {}
        signaturesNameNoLibrary | package dev.troubletickets.pgp; public class A { public void a() throws org.bouncycastle.B {} } package org.bouncycastle; public class B extends Exception {}
        signaturesNameNoLibrary | package dev.troubletickets.pgp; public interface A extends org.bouncycastle.B {} package org.bouncycastle; public interface B {}
        thereAreClassesToLookAt | package dev.troubletickets.core; class A {}
        """)
    void everyRuleFailsOnAViolation(String rule, String source) throws IOException {
        assertThat(compiled(source).breaks(rule)).isTrue();
    }

    @Test
    void everyRuleHasAViolationAbove() throws NoSuchMethodException {
        String cases = PlantedViolationTest.class
                .getDeclaredMethod("everyRuleFailsOnAViolation", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();

        assertThat(Planted.rules()).isNotEmpty().allMatch(cases::contains);
    }

    @Test
    void goodCodePasses() throws IOException {
        Planted good = compiled("package dev.troubletickets.core;"
                + " class A { Object now(java.time.Clock c) { return java.time.Instant.now(c); } B b; }"
                + " package dev.troubletickets.core; public class B { public java.util.List<String[]> b() { return null; } }"
                + " package dev.troubletickets.people; public class C {}"
                + " package dev.troubletickets.spi; public class D extends RuntimeException {}");

        assertThat(Planted.rules()).filteredOn(good::breaks).isEmpty();
    }

    /** Compiles types that each follow their package; every package of ours but {@code unmarked} is null-marked. */
    private Planted compiled(String sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", annotations()));
        for (String source : sources.split("(?=package )")) {
            String name = found(PACKAGE, source);
            arguments.add(write(name, found(TYPE, source), source));
            if (name.startsWith("dev.troubletickets") && !name.endsWith("unmarked")) {
                arguments.add(
                        write(name, "package-info", "@org.jspecify.annotations.NullMarked package " + name + ";"));
            }
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertThat(result).isZero();
        return new Planted(ModuleClasses.of(folder));
    }

    /** Of the class path, which takes long to search, what the sources need. */
    private static String annotations() {
        return NullMarked.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    private String write(String packageName, String type, String source) throws IOException {
        Path file = folder.resolve("src-" + packageName).resolve(type + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source).toString();
    }

    private static String found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
