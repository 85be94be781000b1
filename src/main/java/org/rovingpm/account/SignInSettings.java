package org.rovingpm.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wrong passwords are let pass. What has been used up comes back evenly over the period.
 *
 * @param known    for one account, from one browser or network from which its owner has signed in before
 * @param unknown  for one account, from everywhere else together
 * @param client   from one network, for all accounts for which it is not known
 * @param period   in which that many are let pass
 */
@ConfigurationProperties("rovingpm.sign-in")
record SignInSettings(
        @DefaultValue("10") int known,
        @DefaultValue("10") int unknown,
        @DefaultValue("100") int client,
        @DefaultValue("1h") Duration period) {}
