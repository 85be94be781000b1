package org.rovingpm.account;

import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Notes for whom it computes. */
public class CountedPasswordHash extends PasswordHash {

    private final List<String> computed;

    public CountedPasswordHash(List<String> computed) {
        super(new PasswordSettings(DataSize.ofKilobytes(64), 1, 1, Duration.ofSeconds(1), Duration.ZERO));
        this.computed = computed;
    }

    @Override
    public void matchesNobody(String password) {
        computed.add(password);
        super.matchesNobody(password);
    }
}
