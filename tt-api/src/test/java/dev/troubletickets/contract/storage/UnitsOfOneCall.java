// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stores whose every call is a unit of work of its own, so that a test reads {@code write().tickets().insert(ticket)}. */
final class UnitsOfOneCall {
    /** {@link Storage#read} or {@link Storage#write}. */
    @FunctionalInterface
    interface Runner {
        Object run(Storage.Work<Object> work);
    }

    /** Carries a checked exception through a unit of work. */
    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Checked(Exception cause) {
            super(cause);
        }
    }

    private UnitsOfOneCall() {}

    static UnitOfWork through(Runner runner) {
        return proxy(
                UnitOfWork.class,
                (unit, store, none) -> proxy(store.getReturnType(), (it, call, arguments) -> {
                    try {
                        return runner.run(open -> call(call, call(store, open), arguments));
                    } catch (Checked e) {
                        throw e.getCause();
                    }
                }));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new Checked((Exception) e.getCause());
        }
    }
}
