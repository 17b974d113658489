package io.jenkins.plugins.azml.engine.spec.schema;

import io.jenkins.plugins.azml.engine.spec.wire.Wiring;
import io.jenkins.plugins.azml.engine.spec.yaml.Node;
import io.jenkins.plugins.azml.engine.spec.yaml.Scalar;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number, text or boolean that a job gets as text, as Python writes it.
 *
 * @param wrapped whether it stands in {@code {value: …}}; there the official client takes 1 and 0 for booleans and cuts
 *     a fraction off
 */
record LiteralType(boolean wrapped) implements Type {

    @Override
    public String expected() {
        return "text, a number or a boolean";
    }

    @Override
    public @Nullable Object check(Node node, Check check) {
        if (!(node instanceof Scalar scalar) || scalar.value() == null || !isLiteral(scalar.value())) {
            return check.mismatch(node, this);
        }
        return Scalars.python(wrapped ? unwrapped(scalar, scalar.value()) : scalar.value());
    }

    private static Object unwrapped(Scalar scalar, Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        Optional<Boolean> flag = Scalars.flag(scalar);
        return flag.isPresent()
                ? flag.get()
                : number instanceof Double fraction ? new BigDecimal(fraction).toBigInteger() : number;
    }

    private static boolean isLiteral(Object value) {
        return value instanceof Double number
                ? !number.isNaN() && !number.isInfinite()
                : value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    @Override
    public Object wire(Object value, Wiring wiring) {
        return Map.of("value", value, "jobInputType", "literal");
    }
}
