package org.rovingpm.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What it costs to check a password. Whoever has stolen the database pays as much for each guess.
 *
 * @param memory     what one check fills
 * @param passes     how often it goes through that memory
 * @param atOnce     how many passwords one instance checks at the same time
 * @param patience   how long a further one waits for its turn before it is refused
 * @param remembered how long a program's right password is remembered, so that it is not checked with each of its calls
 */
@ConfigurationProperties("rovingpm.password")
record PasswordSettings(
        @DefaultValue("19MB") DataSize memory,
        @DefaultValue("2") int passes,
        @DefaultValue("2") int atOnce,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("5m") Duration remembered) {}
