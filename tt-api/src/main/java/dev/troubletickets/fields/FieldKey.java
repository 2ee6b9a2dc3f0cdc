// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.fields;

/** What a field is known by, whatever its label becomes: 1 to 40 of {@code a-z 0-9 _}, a letter first. */
public record FieldKey(String value) implements Comparable<FieldKey> {
    private static final int LONGEST = 40;

    /** @throws IllegalArgumentException if it is no such word */
    public FieldKey {
        boolean letterFirst = !value.isEmpty() && value.charAt(0) >= 'a' && value.charAt(0) <= 'z';
        if (!letterFirst || value.length() > LONGEST || !value.chars().allMatch(FieldKey::isAllowed)) {
            throw new IllegalArgumentException("a field's key is 1 to " + LONGEST + " of a-z 0-9 _, a letter first");
        }
    }

    public static FieldKey of(String value) {
        return new FieldKey(value);
    }

    @Override
    public int compareTo(FieldKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }
}
