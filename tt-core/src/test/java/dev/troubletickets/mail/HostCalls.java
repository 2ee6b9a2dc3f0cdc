// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;

/**
 * Stands between a center and its host, and counts: each call to storage, mailbox or mail server is two steps, one before it and one
 * after. At the step that a test names, something happens: the process dies, the call fails, another node comes in between.
 */
final class HostCalls {
    private final boolean outsideUnitsOnly;
    private Function<String, Throwable> event = part -> null;
    private int steps;
    private int when = -1;
    private int depth;
    private boolean dead;

    /** The process is no more; thrown at each of its further calls too. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private HostCalls(boolean outsideUnitsOnly) {
        this.outsideUnitsOnly = outsideUnitsOnly;
    }

    /** Every call is counted. */
    static HostCalls all() {
        return new HostCalls(false);
    }

    /** What happens inside a unit of work is not counted, for nothing else can happen there. */
    static HostCalls betweenUnits() {
        return new HostCalls(true);
    }

    /** From now on; what the event returns is thrown. It is given the part: storage, mailbox or transport. */
    void at(int step, Function<String, Throwable> happens) {
        steps = 0;
        when = step;
        event = happens;
    }

    void dieAt(int step) {
        at(step, part -> {
            dead = true;
            return new Death();
        });
    }

    boolean isReached() {
        return steps >= when;
    }

    Storage storage(Storage real) {
        return proxy(Storage.class, real, "storage");
    }

    MailSystem mail(MailSystem real) {
        List<Mailbox> mailboxes = real.mailboxes().stream()
                .map(mailbox -> proxy(Mailbox.class, mailbox, "mailbox"))
                .toList();
        MailTransport transport = proxy(MailTransport.class, real.transport(), "transport");
        return (MailSystem) Proxy.newProxyInstance(
                HostCalls.class.getClassLoader(),
                new Class<?>[] {MailSystem.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "mailboxes" -> mailboxes;
                    case "transport" -> transport;
                    default -> real.format();
                });
    }

    private <T> T proxy(Class<T> type, T real, String part) {
        return type.cast(Proxy.newProxyInstance(
                HostCalls.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(real, method, arguments, part)));
    }

    private Object call(Object real, Method method, Object[] arguments, String part) throws Throwable {
        boolean isAccessor = method.getDeclaringClass() == UnitOfWork.class
                || method.getName().equals("name");
        if (isAccessor) {
            return wrapped(method, invoke(real, method, arguments), part);
        }
        step(part);
        Object result = real instanceof Storage storage && arguments != null
                ? unit(storage, method.getName().equals("write"), (Storage.Work<?>) arguments[0])
                : wrapped(method, invoke(real, method, arguments), part);
        step(part);
        return result;
    }

    private Object unit(Storage storage, boolean writes, Storage.Work<?> work) {
        Storage.Work<Object> watched = unit -> {
            depth++;
            try {
                Object result = work.in(proxy(UnitOfWork.class, unit, "storage"));
                step("storage");
                return result;
            } finally {
                depth--;
            }
        };
        return writes ? storage.write(watched) : storage.read(watched);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object wrapped(Method method, Object result, String part) {
        Class type = method.getReturnType();
        boolean isPart = type == Mailbox.Session.class || method.getDeclaringClass() == UnitOfWork.class;
        return isPart ? proxy(type, result, part) : result;
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void step(String part) {
        if (dead) {
            throw new Death();
        }
        if (outsideUnitsOnly && depth > 0) {
            return;
        }
        steps++;
        Throwable thrown = steps == when ? event.apply(part) : null;
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
