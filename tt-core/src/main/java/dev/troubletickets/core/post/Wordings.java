// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.settings.Wording;
import java.util.Map;

/** Fills an installation's wording from a closed set of values; nothing else can be reached from a wording, and values stay as they are. */
public final class Wordings {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .withCollector(new MapOnly())
            .withLoader(name -> {
                throw new MustacheException("a wording has no partials");
            });

    private Wordings() {}

    static String fill(Wording wording, Map<String, String> values) {
        return COMPILER.compile(wording.text()).execute(values);
    }

    /** @throws Invalid if the wording names a placeholder that does not exist, or is not well formed */
    public static void check(String field, Wording wording, Map<String, String> values) {
        try {
            fill(wording, values);
        } catch (MustacheException e) {
            throw new Invalid(field, String.valueOf(e.getMessage()));
        }
    }

    /** Looks values up in maps; methods and fields of objects are out of reach. */
    private static final class MapOnly extends DefaultCollector {
        @Override
        public Mustache.VariableFetcher createFetcher(Object context, String name) {
            return (from, key) -> from instanceof Map<?, ?> map && map.containsKey(key)
                    ? String.valueOf(map.get(key))
                    : com.samskivert.mustache.Template.NO_FETCHER_FOUND;
        }
    }
}
