// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.architecture;

import dev.troubletickets.contract.architecture.ArchitectureContract;
import dev.troubletickets.contract.architecture.ModuleClasses;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A module made for a test. */
record Planted(ModuleClasses module) implements ArchitectureContract {
    static List<String> rules() {
        return Arrays.stream(ArchitectureContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
    }

    boolean breaks(String rule) {
        try {
            ArchitectureContract.class.getMethod(rule).invoke(this);
            return false;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AssertionError) {
                return true;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
