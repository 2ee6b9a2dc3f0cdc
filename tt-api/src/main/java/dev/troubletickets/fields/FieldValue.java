// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.fields;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in a field of a ticket. */
public sealed interface FieldValue {
    int LONGEST_TEXT = 200;
    /** Below 10 to the power of this, on either side of zero. */
    int NUMBER_DIGITS = 12;

    int NUMBER_DECIMALS = 4;

    FieldType type();

    /** As it is shown where nobody formats it: {@code 2.5}, {@code 2026-03-02}, {@code yes}. */
    String text();

    /** @param text one line of 1 to {@value #LONGEST_TEXT} characters; spaces around it are left out */
    record Text(String text) implements FieldValue {
        /** @throws IllegalArgumentException if it is no such line */
        public Text {
            text = Lines.line("a field's text", text);
        }

        @Override
        public FieldType type() {
            return FieldType.TEXT;
        }
    }

    /** @param number without zeros at its end */
    record Number(BigDecimal number) implements FieldValue {
        /** @throws IllegalArgumentException if it is too large, or has too many decimal places */
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            boolean large = (long) number.precision() - number.scale() > NUMBER_DIGITS;
            if (large || number.scale() > NUMBER_DECIMALS) {
                throw new IllegalArgumentException("a field's number has up to " + NUMBER_DIGITS + " digits and "
                        + NUMBER_DECIMALS + " decimal places");
            }
            number = number.scale() < 0 ? number.setScale(0) : number;
        }

        @Override
        public FieldType type() {
            return FieldType.NUMBER;
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** @param date of the years 1 to 9999 */
    record Date(LocalDate date) implements FieldValue {
        /** @throws IllegalArgumentException if it is of another year */
        public Date {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new IllegalArgumentException("a field's date is of the years 1 to 9999");
            }
        }

        @Override
        public FieldType type() {
            return FieldType.DATE;
        }

        @Override
        public String text() {
            return date.toString();
        }
    }

    record Choice(String choice) implements FieldValue {
        /** @throws IllegalArgumentException if it is no line of 1 to 200 characters */
        public Choice {
            choice = Lines.line("a choice", choice);
        }

        @Override
        public FieldType type() {
            return FieldType.CHOICE;
        }

        @Override
        public String text() {
            return choice;
        }
    }

    record YesNo(boolean yes) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.YES_NO;
        }

        @Override
        public String text() {
            return yes ? "yes" : "no";
        }
    }

    static FieldValue text(String value) {
        return new Text(value);
    }

    static FieldValue number(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    static FieldValue number(BigDecimal value) {
        return new Number(value);
    }

    static FieldValue date(LocalDate value) {
        return new Date(value);
    }

    static FieldValue choice(String value) {
        return new Choice(value);
    }

    static FieldValue yesNo(boolean value) {
        return new YesNo(value);
    }
}
