package org.rovingpm.web.share;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.rovingpm.access.Network;
import org.springframework.stereotype.Component;

/**
 * What may be done only so often, counted by all instances together in the database, in transactions of its own. A share that has
 * been used up comes back evenly over its period.
 */
@Component
public class Shares {

    private static final int MOST_REMOVED = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    public Shares(DataSource database) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * One that was taken of a share.
     *
     * @param remaining how long to wait until there is one; zero where there was
     */
    public record Taken(String share, int most, Duration period, Duration remaining) {

        public boolean wasThere() {
            return remaining.isZero();
        }
    }

    /** @param share what is counted of whom, at most 120 characters: hashes, not names and addresses */
    public Taken take(String share, int most, Duration period) {
        ConsumptionProbe probe =
                buckets.getProxy(share, () -> configuration(most, period)).tryConsumeAndReturnRemaining(1);
        return new Taken(
                share,
                most,
                period,
                probe.isConsumed()
                        ? Duration.ZERO
                        : Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    /**
     * Takes one of a client's share.
     *
     * @param address of the client, of which a hash is stored
     */
    public Taken take(String share, int most, Duration period, String address) {
        return take(share + ":" + hash(Network.of(address)), most, period);
    }

    public void giveBack(Taken taken) {
        buckets.getProxy(taken.share(), () -> configuration(taken.most(), taken.period()))
                .addTokens(1);
    }

    /** Forgets those that have come back wholly. */
    public void forget() {
        buckets.removeExpired(MOST_REMOVED);
    }

    private static String hash(String client) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(client.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BucketConfiguration configuration(int most, Duration period) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                .build();
    }
}
