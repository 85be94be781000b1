package org.rovingpm.account;

import java.util.ArrayList;
import java.util.List;
import org.rovingpm.access.signin.SignInClient;
import org.rovingpm.access.signin.SignInRefused;
import org.rovingpm.web.share.Shares;
import org.springframework.stereotype.Component;

/**
 * Lets people guess passwords only so often, counted for all instances together. For each account what comes from the browsers
 * and networks of its owner is counted apart from everything else, so that nobody keeps the owner out by guessing; and nobody
 * tries many accounts from one place. An account is never locked.
 *
 * <p>Each attempt is counted before its password is looked at, and given back if that was right: so many at the same moment get
 * no further than one after another. Unknown names are counted as known ones.
 */
@Component
public class SignInThrottle {

    private final Shares shares;
    private final KnownClients known;
    private final SignInSettings settings;

    SignInThrottle(Shares shares, KnownClients known, SignInSettings settings) {
        this.shares = shares;
        this.known = known;
        this.settings = settings;
    }

    /** An attempt that has been counted. */
    public final class Attempt {

        private final String person;
        private final SignInClient client;
        private final List<Shares.Taken> taken;

        private Attempt(String person, SignInClient client, List<Shares.Taken> taken) {
            this.person = person;
            this.client = client;
            this.taken = taken;
        }

        /** The password was right. */
        public void succeeded() {
            withdraw();
            known.remember(person, client);
        }

        /** The password was not looked at. */
        public void withdraw() {
            taken.forEach(shares::giveBack);
        }
    }

    /** Refuses with how long to wait where too many passwords have been wrong. */
    public Attempt begin(String person, SignInClient client) {
        String usual = known.find(person, client).orElse(null);
        List<Shares.Taken> taken = new ArrayList<>();
        if (usual != null) {
            take(taken, "sign-in-known:" + usual, settings.known());
        } else {
            take(taken, "sign-in-client:" + KnownClients.hash(client.network()), settings.client());
            take(taken, "sign-in-account:" + KnownClients.hash(person), settings.unknown());
        }
        return new Attempt(person, client, taken);
    }

    private void take(List<Shares.Taken> taken, String share, int most) {
        Shares.Taken one = shares.take(share, most, settings.period());
        if (!one.wasThere()) {
            taken.forEach(shares::giveBack);
            throw SignInRefused.tooMany(one.remaining());
        }
        taken.add(one);
    }
}
