// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The compiled main classes of one module, and which packages it shows.
 *
 * @param exported the packages exported to everyone; all of them where there is no {@code module-info}
 */
public record ModuleClasses(JavaClasses classes, Predicate<String> exported) {
    /** The module whose tests run in this working directory, read once. */
    static ModuleClasses ofThisModule() {
        return ThisModule.CLASSES;
    }

    private static final class ThisModule {
        static final ModuleClasses CLASSES = of(Path.of("target", "classes"));
    }

    /** Reads a folder of class files, such as {@code target/classes}. */
    public static ModuleClasses of(Path folder) {
        return new ModuleClasses(
                new ClassFileImporter().importPath(folder), exports(folder.resolve("module-info.class")));
    }

    private static Predicate<String> exports(Path moduleInfo) {
        if (!Files.exists(moduleInfo)) {
            return name -> true;
        }
        try (InputStream in = Files.newInputStream(moduleInfo)) {
            Set<String> names = ModuleDescriptor.read(in).exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(Exports::source)
                    .collect(Collectors.toSet());
            return names::contains;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
