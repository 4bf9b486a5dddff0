package dev.nexus.operator.platform.settings;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * A quantity in the form that the API server stores. Written otherwise, it would differ from what
 * is read back, and every reconcile would write it again.
 */
final class CanonicalQuantity {

  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T", "P", "E");
  private static final List<String> FRACTION = List.of("", "m", "u", "n");

  private CanonicalQuantity() {}

  static Quantity of(Quantity quantity) {
    BigDecimal amount = quantity.getNumericalAmount();
    boolean binary = quantity.getFormat() != null && quantity.getFormat().endsWith("i");
    if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > 0) {
      return new Quantity(fraction(amount));
    }
    return new Quantity(
        binary
            ? whole(amount.toBigInteger(), 1024, BINARY)
            : whole(amount.toBigInteger(), 1000, DECIMAL));
  }

  private static String whole(BigInteger amount, int base, List<String> suffixes) {
    BigInteger rest = amount;
    int step = 0;
    BigInteger divisor = BigInteger.valueOf(base);
    while (rest.signum() != 0
        && step < suffixes.size() - 1
        && rest.remainder(divisor).signum() == 0) {
      rest = rest.divide(divisor);
      step++;
    }
    return rest + suffixes.get(step);
  }

  private static String fraction(BigDecimal amount) {
    BigDecimal rest = amount.stripTrailingZeros();
    int step = 0;
    while (rest.scale() > 0 && step < FRACTION.size() - 1) {
      rest = rest.movePointRight(3).stripTrailingZeros();
      step++;
    }
    return rest.setScale(0, java.math.RoundingMode.UP).toBigInteger() + FRACTION.get(step);
  }
}
