package org.rovingpm.account.factor;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Looks at a code that somebody has typed, and uses it up if it is right. */
@Component
public class CheckSecondFactor {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final int LONGEST = 100;

    private final SecondFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final SeedCipher cipher;
    private final TimeCodes codes;

    CheckSecondFactor(SecondFactors factors, RecoveryCodes recoveryCodes, SeedCipher cipher, TimeCodes codes) {
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.cipher = cipher;
        this.codes = codes;
    }

    /** What it was. */
    public enum Answer {
        RIGHT_CODE,
        RIGHT_RECOVERY_CODE,
        WRONG,

        /** It may be right: the key of the settings does not open the seed. */
        UNREADABLE
    }

    /** @param typed six digits for a code of the app, anything else for a recovery code; spaces and hyphens do not count */
    public Answer check(String person, String typed) {
        String code = typed.length() > LONGEST ? "" : BETWEEN.matcher(typed).replaceAll("");
        if (!SIX_DIGITS.matcher(code).matches()) {
            return recoveryCodes.use(person, code) ? Answer.RIGHT_RECOVERY_CODE : Answer.WRONG;
        }
        return factors.find(person).map(stored -> check(code, stored)).orElse(Answer.WRONG);
    }

    private Answer check(String code, SecondFactors.Sealed stored) {
        Optional<Seed> seed = cipher.open(stored.seed(), stored.person());
        if (seed.isEmpty()) {
            return Answer.UNREADABLE;
        }
        OptionalLong step = codes.stepOf(code, seed.get());
        if (step.isEmpty() || !factors.use(stored.person(), step.getAsLong())) {
            return Answer.WRONG;
        }
        if (!cipher.isSealedAnew(stored.seed(), stored.person())) {
            factors.renew(stored, cipher.seal(seed.get(), stored.person()));
        }
        return Answer.RIGHT_CODE;
    }
}
