// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Where the time comes from when it does not come from a clock that was handed over. */
final class TimeSources {
    private static final String FACADE = "dev.troubletickets";
    private static final Set<String> TIMERS = Set.of("currentTimeMillis", "nanoTime");

    private TimeSources() {}

    /** The system's clock as a default is wiring, so the facade may take it. */
    static boolean isOne(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = access.getTargetOwner();
        String name = target.getName();
        boolean timer = owner.isEquivalentTo(System.class) && TIMERS.contains(name);
        boolean systemClock =
                owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        boolean inFacade = access.getOriginOwner().getPackageName().equals(FACADE);
        return timer || isNow(owner, target) || isDate(owner, target) || (systemClock && !inFacade);
    }

    private static boolean isNow(JavaClass owner, CodeUnitAccessTarget target) {
        return owner.getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && parameters(target).stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isDate(JavaClass owner, CodeUnitAccessTarget target) {
        boolean newDate = owner.isEquivalentTo(Date.class)
                && target.getName().equals("<init>")
                && parameters(target).isEmpty();
        return newDate
                || (owner.isAssignableTo(Calendar.class) && target.getName().equals("getInstance"));
    }

    private static List<JavaClass> parameters(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes();
    }
}
