package org.rovingpm.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.rovingpm.account.PasswordRules.Owner;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Refusal;
import org.rovingpm.web.share.Shares;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody who has forgotten their password choose a new one by a link in an e-mail. What a visitor types is only noted
 * while they wait, and looked at afterwards: nobody can tell whether there is such an account.
 */
@Component
public class ForgottenPassword {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenPassword.class);
    private static final int LONGEST = 254;
    private static final int AT_ONCE = 50;
    private static final int LINKS = 3;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Passwords passwords;
    private final PasswordLinks links;
    private final AccountNotices notices;
    private final Shares shares;
    private final SecurityLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ForgottenPassword(
            Passwords passwords,
            PasswordLinks links,
            AccountNotices notices,
            Shares shares,
            SecurityLog log,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.passwords = passwords;
        this.links = links;
        this.notices = notices;
        this.shares = shares;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param typed the user name or the e-mail address; what can be neither is left aside */
    public void ask(String typed) {
        String name = typed.strip();
        if (!name.isEmpty() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl)) {
            jdbc.sql("insert into forgotten_password (typed, asked_at) values (:typed, :now)")
                    .param("typed", name)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Sends links for what has been asked. Three an hour for an account, so that nobody's mailbox is filled. */
    public void process() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> processOne()));
        }
    }

    /** Sets the password that the holder of the link chooses; all their sessions end. Refuses a link that holds no longer. */
    @Transactional
    public void choose(String token, String chosen) {
        String person = links.find(token).orElseThrow(ForgottenPassword::over);
        PersonalDetails details = passwords.detailsOf(person).orElseThrow(ForgottenPassword::over);
        PasswordRules.problems(chosen, new Owner(person, details.firstName(), details.lastName(), details.email()))
                .stream()
                .findFirst()
                .ifPresent(sentence -> {
                    throw new Refusal("chosen", sentence);
                });
        if (!links.use(token)) {
            throw over();
        }
        passwords.set(person, chosen);
    }

    private boolean processOne() {
        List<String> typed = jdbc.sql("""
                delete from forgotten_password where id =
                  (select id from forgotten_password order by id limit 1 for update skip locked) returning typed""").query(String.class).list();
        typed.forEach(name -> passwords.holdersOf(name).stream().limit(AT_ONCE).forEach(this::send));
        return !typed.isEmpty();
    }

    private void send(Passwords.Holder holder) {
        if (shares.take("forgotten-password:" + KnownClients.hash(holder.person()), LINKS, PERIOD)
                .wasThere()) {
            log.add(SecurityEvent.Kind.PASSWORD_FORGOTTEN, holder.person());
            notices.tell(holder.person(), holder.name(), holder.address(), AccountNotice.Kind.PASSWORD_FORGOTTEN);
        } else {
            LOG.warn("An account gets no link for a new password: it has been sent too many already");
        }
    }

    private static Refusal over() {
        return new Refusal("This link has been used, or its time is over: ask for another one.");
    }
}
