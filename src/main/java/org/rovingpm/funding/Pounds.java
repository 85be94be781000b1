package org.rovingpm.funding;

import java.math.BigDecimal;
import java.util.Locale;

/** Amounts as people read them. */
public final class Pounds {

    private Pounds() {}

    /** @return such as "£1,200.00" */
    public static String of(BigDecimal amount) {
        return String.format(Locale.UK, "£%,.2f", amount);
    }
}
