package org.rovingpm.practicepage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links to the pages of practices. A link is 256 random bits, of which only a hash is stored. It works for a limited time, until some
 * time after the case was closed, and only as long as the mailbox that it was sent to is that of the practice's contact.
 */
@Repository
public class PageLinks {

    /** The address of the page, before the token of the link. */
    public static final String PATH = "/your-support";

    private final JdbcClient jdbc;
    private final PracticePageSettings settings;
    private final Clock clock;

    PageLinks(JdbcClient jdbc, PracticePageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes another link, valid from now. Saved in its own transaction, because it may be sent even if the caller's is rolled back.
     *
     * @param mailbox the address to which it is sent
     * @return its token, which is stored nowhere
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String make(CaseReference reference, OdsCode practice, String mailbox) {
        Secret link = Secret.random();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into practice_page_link (token_hash, case_reference, ods_code, mailbox, made_at, expires_at)
                values (:hash, :reference, :practice, :mailbox, :now, :expires)""")
                .param("hash", link.hash())
                .param("reference", reference.value())
                .param("practice", practice.value())
                .param("mailbox", mailbox)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(settings.linkValid()).atOffset(ZoneOffset.UTC))
                .update();
        return link.value();
    }

    /** @return what the link opens, or why it no longer does; empty for one that nobody was sent */
    public Optional<PageLink> find(String token) {
        return Secret.read(token).flatMap(link -> jdbc.sql("""
                select l.case_reference, l.ods_code, l.expires_at, l.ended_at, c.closed_at,
                       exists (select from published_case_mailbox m
                                where m.case_reference = l.case_reference and m.ods_code = l.ods_code
                                  and lower(m.mailbox) = lower(l.mailbox)) as of_contact
                  from practice_page_link l join published_case c on c.reference = l.case_reference
                 where l.token_hash = :hash""")
                .param("hash", link.hash())
                .query((row, number) -> link(row))
                .optional());
    }

    /** Ends every link to this page, whoever has it. */
    void end(CaseReference reference, OdsCode practice) {
        jdbc.sql("""
                update practice_page_link set ended_at = :now
                 where case_reference = :reference and ods_code = :practice and ended_at is null""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reference", reference.value())
                .param("practice", practice.value())
                .update();
    }

    private PageLink link(ResultSet row) throws SQLException {
        Instant expiresAt = moment(row, "expires_at");
        return new PageLink(
                new CaseReference(row.getString("case_reference")),
                new OdsCode(row.getString("ods_code")),
                status(
                        row.getBoolean("of_contact") && moment(row, "ended_at") == null,
                        moment(row, "closed_at"),
                        expiresAt),
                expiresAt);
    }

    private PageLink.Status status(boolean ofContact, Instant closedAt, Instant expiresAt) {
        Instant now = clock.instant();
        if (!ofContact) {
            return PageLink.Status.ENDED;
        }
        if (closedAt != null && !now.isBefore(closedAt.plus(settings.afterClosure()))) {
            return PageLink.Status.OVER;
        }
        return now.isBefore(expiresAt) ? PageLink.Status.OPEN : PageLink.Status.EXPIRED;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
