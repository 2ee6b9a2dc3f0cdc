// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the library logs at any level, also where the tests keep it from the console. They log with slf4j-simple. */
public final class Logged {
    private static final String OURS = "dev.troubletickets";
    private static final String LEVEL_OF_NEW_ONES = "org.slf4j.simpleLogger.log." + OURS;
    /** Of slf4j-simple, below all it has. */
    private static final int EVERYTHING = 0;

    private Logged() {}

    /** In the form it has in a log. */
    public static String during(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        int usual = level(LoggerFactory.getLogger(OURS));
        Map<Logger, Integer> levels = new HashMap<>();
        System.setErr(new PrintStream(log, true, UTF_8));
        System.setProperty(LEVEL_OF_NEW_ONES, "trace");
        try {
            ours().values().forEach(each -> levels.put(each, level(each)));
            levels.keySet().forEach(each -> setLevel(each, EVERYTHING));
            work.run();
        } finally {
            System.clearProperty(LEVEL_OF_NEW_ONES);
            System.setErr(before);
            ours().values().forEach(each -> setLevel(each, levels.getOrDefault(each, usual)));
        }
        return log.toString(UTF_8);
    }

    private static Map<String, Logger> ours() {
        Map<String, Logger> ours = new HashMap<>();
        try {
            Object factory = LoggerFactory.getILoggerFactory();
            ((Map<?, ?>) field(factory, "loggerMap").get(factory))
                    .forEach((name, logger) -> ours.put((String) name, (Logger) logger));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        ours.keySet().removeIf(name -> !name.startsWith(OURS));
        return ours;
    }

    private static int level(Logger logger) {
        try {
            return field(logger, "currentLogLevel").getInt(logger);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void setLevel(Logger logger, int level) {
        try {
            field(logger, "currentLogLevel").setInt(logger, level);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object of, String name) throws NoSuchFieldException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
