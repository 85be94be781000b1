package org.rovingpm.web;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** How much of its share each client has used up, counted by all instances together in the database. */
class VisitLimit {

    private static final int MOST_REMOVED = 1_000;
    private static final int NETWORK_OF_IPV6 = 8;
    /** Anything else would be looked up as a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    VisitLimit(DataSource database) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Takes one of the client's share.
     *
     * @param share name of what is counted
     * @return zero where there was one left; otherwise how long the client has to wait
     */
    Duration take(String share, int most, Duration period, String address) {
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                .build();
        ConsumptionProbe probe = buckets.getProxy(share + ":" + hash(address), () -> configuration)
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
    }

    /** Forgets clients that have not come for a while. */
    void forget() {
        buckets.removeExpired(MOST_REMOVED);
    }

    /** One hash a client; for IPv6 one a network, because each client has all of its addresses. */
    private static String hash(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return "unknown";
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            byte[] client = bytes.length > NETWORK_OF_IPV6 ? Arrays.copyOf(bytes, NETWORK_OF_IPV6) : bytes;
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(client));
        } catch (UnknownHostException noAddress) {
            return "unknown";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
