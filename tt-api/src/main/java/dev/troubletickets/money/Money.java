// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.function.LongBinaryOperator;

/**
 * An exact amount in one currency, negative where it is given back. Nothing is ever rounded but by {@link #share}.
 *
 * @param units in the currency's smallest unit, such as cents
 */
public record Money(long units, Currency currency) {
    private static final int LONGEST = 24;
    private static final BigInteger TWO = BigInteger.TWO;

    /** @throws IllegalArgumentException if the currency has no smallest unit, as gold has none */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("the currency has no smallest unit");
        }
    }

    /**
     * Reads decimal text such as {@code 12.50}, with at most as many decimals as the currency has.
     *
     * @param currency its code of ISO 4217
     * @throws IllegalArgumentException if it is no number, has more decimals, the code is unknown, or it is larger than 64 bits of the
     *     smallest unit
     */
    public static Money of(String amount, String currency) {
        Currency known = currency(currency);
        if (!isDecimal(amount)) {
            throw new IllegalArgumentException("must be digits, with a point before the decimals");
        }
        BigDecimal value = new BigDecimal(amount);
        if (value.scale() > known.getDefaultFractionDigits()) {
            throw new IllegalArgumentException("has more decimals than the currency");
        }
        return new Money(exact(value.movePointRight(Math.max(0, known.getDefaultFractionDigits()))), known);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ, or it is too large then */
    public Money plus(Money other) {
        return combined(other, Math::addExact);
    }

    /** @throws IllegalArgumentException if the currencies differ, or it is too large then */
    public Money minus(Money other) {
        return combined(other, Math::subtractExact);
    }

    public Money negate() {
        return combined(zero(currency), (a, b) -> Math.negateExact(a));
    }

    public Money times(long factor) {
        return combined(new Money(factor, currency), Math::multiplyExact);
    }

    /**
     * The amount times {@code parts / whole}, rounded half away from zero. To be called once for a whole line, never for parts that are
     * added up.
     */
    public Money share(long parts, long whole) {
        if (whole <= 0) {
            throw new IllegalArgumentException("a share of nothing");
        }
        BigInteger exact = BigInteger.valueOf(units).multiply(BigInteger.valueOf(parts));
        BigInteger divisor = BigInteger.valueOf(whole);
        BigInteger rounded = exact.abs().multiply(TWO).add(divisor).divide(divisor.multiply(TWO));
        return new Money(exact(new BigDecimal(exact.signum() < 0 ? rounded.negate() : rounded)), currency);
    }

    public boolean isNegative() {
        return units < 0;
    }

    public boolean isZero() {
        return units == 0;
    }

    /** With all decimals that the currency has. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(units, currency.getDefaultFractionDigits());
    }

    /** Such as {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money combined(Money other, LongBinaryOperator how) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of two currencies do not add up");
        }
        try {
            return new Money(how.applyAsLong(units, other.units), currency);
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    private static long exact(BigDecimal units) {
        try {
            return units.longValueExact();
        } catch (ArithmeticException e) {
            throw tooLarge();
        }
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException("is larger than 64 bits of the currency's smallest unit");
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the currency is no code of ISO 4217");
        }
    }

    /** Neither exponents nor digits of other scripts, which a decimal would take. */
    private static boolean isDecimal(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String decimals = point < 0 ? "0" : digits.substring(point + 1);
        return text.length() <= LONGEST && isDigits(whole) && isDigits(decimals);
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
