package io.jenkins.plugins.azml.engine.spec.yaml;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a scalar without quotes means in YAML 1.1, as the official client's reader decides it. */
final class PlainScalars {
    private static final int LONGEST_NUMBER = 1_000;

    private static final Map<String, Boolean> BOOLEANS =
            Map.of("yes", true, "true", true, "on", true, "no", false, "false", false, "off", false);
    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

    private static final Pattern INTEGER = Pattern.compile(
            "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9]){1,100}");
    private static final Pattern FLOAT = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,100}\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
            + "(?:[ \\t]*(Z|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?");

    private PlainScalars() {}

    /**
     * The value of the text: null, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double}, a {@code
     * java.time} value, or the text itself.
     *
     * @throws DateTimeException if it looks like a date that does not exist
     * @throws NumberFormatException if it looks like a number that cannot be read
     */
    static @Nullable Object value(String text) {
        if (NULLS.contains(text)) {
            return null;
        }
        Boolean flag = BOOLEANS.get(text.toLowerCase(Locale.ROOT));
        if (flag != null && oneCase(text)) {
            return flag;
        }
        return text.length() > LONGEST_NUMBER || !mayBeNumber(text.charAt(0)) ? text : number(text);
    }

    /** {@code yes}, {@code Yes} and {@code YES} are booleans, {@code yEs} is text. */
    private static boolean oneCase(String text) {
        String rest = text.substring(1);
        return rest.equals(rest.toLowerCase(Locale.ROOT)) || text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean mayBeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static Object number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return integer(text);
        }
        if (FLOAT.matcher(text).matches()) {
            return decimal(text);
        }
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            return LocalDate.of(part(date, 1), part(date, 2), part(date, 3));
        }
        Matcher time = TIMESTAMP.matcher(text);
        return time.matches() ? timestamp(time) : text;
    }

    private static Object integer(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger size = size(digits);
        BigInteger value = negative ? size.negate() : size;
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static BigInteger size(String digits) {
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.indexOf(':') > 0) {
            return sexagesimal(digits);
        }
        return new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
    }

    private static BigInteger sexagesimal(String digits) {
        BigInteger value = BigInteger.ZERO;
        for (String part : digits.split(":", -1)) {
            value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return value;
    }

    private static Double decimal(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        double size = decimalSize(digits);
        return negative ? -size : size;
    }

    private static double decimalSize(String digits) {
        if (digits.equals(".inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (digits.equals(".nan")) {
            return Double.NaN;
        }
        double value = 0;
        for (String part : digits.split(":", -1)) {
            value = value * 60 + Double.parseDouble(part);
        }
        return value;
    }

    private static TemporalAccessor timestamp(Matcher time) {
        LocalDateTime local = LocalDateTime.of(
                part(time, 1),
                part(time, 2),
                part(time, 3),
                part(time, 4),
                part(time, 5),
                part(time, 6),
                nanos(time.group(7)));
        return time.group(8) == null ? local : OffsetDateTime.of(local, offset(time));
    }

    private static ZoneOffset offset(Matcher time) {
        if (time.group(9) == null) {
            return ZoneOffset.UTC;
        }
        int minutes = part(time, 10) * 60 + (time.group(11) == null ? 0 : part(time, 11));
        return ZoneOffset.ofTotalSeconds(60 * (time.group(9).equals("-") ? -minutes : minutes));
    }

    /** The client keeps microseconds. */
    private static int nanos(@Nullable String fraction) {
        return fraction == null || fraction.isEmpty()
                ? 0
                : 1_000 * Integer.parseInt((fraction + "000000").substring(0, 6));
    }

    private static int part(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
