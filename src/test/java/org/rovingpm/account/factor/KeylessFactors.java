package org.rovingpm.account.factor;

import java.time.Clock;
import java.util.List;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.AccountSessions;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.log.SecurityLog;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Second factors as they are where the settings have no key. */
public final class KeylessFactors {

    static final SeedCipher CIPHER = new SeedCipher(new SecondFactorSettings(List.of()));

    private KeylessFactors() {}

    public static RequiredFactors required(BeanFactory application) {
        return new RequiredFactors(
                application.getBean(JdbcClient.class),
                CIPHER,
                application.getBean(SecurityLog.class),
                application.getBean(Clock.class));
    }

    public static ChangeSecondFactor change(BeanFactory application) {
        return new ChangeSecondFactor(
                application.getBean(SecondFactors.class),
                application.getBean(RecoveryCodes.class),
                required(application),
                CIPHER,
                application.getBean(TimeCodes.class),
                application.getBean(Accounts.class),
                application.getBean(AccountSessions.class),
                application.getBean(AccountNotices.class),
                application.getBean(Passwords.class),
                application.getBean(SecurityLog.class));
    }
}
