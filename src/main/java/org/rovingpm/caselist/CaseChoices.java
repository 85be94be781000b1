package org.rovingpm.caselist;

import java.util.List;
import org.rovingpm.referral.ReferralPlaces;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the filters of the list offer. None of it is taken from cases, so that nobody learns of a hidden one from a choice. */
@Repository
public class CaseChoices {

    /** The most PMs and areas that are offered: the box finds the others. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final HelpKinds helpKinds;
    private final ReferralPlaces referralPlaces;

    CaseChoices(JdbcClient jdbc, HelpKinds helpKinds, ReferralPlaces referralPlaces) {
        this.jdbc = jdbc;
        this.helpKinds = helpKinds;
        this.referralPlaces = referralPlaces;
    }

    /** @param value as the address of the page has it */
    public record Offered(String value, String label) {}

    /** @param chosen user id of one who is offered in any case; may be null */
    public List<Offered> pms(String chosen) {
        return jdbc.sql("""
                select user_id as value, name as label from (
                    (select user_id, name from published_pm order by name, user_id limit :most)
                    union select user_id, name from published_pm where user_id = :chosen) p
                 order by name, user_id""")
                .param("most", MOST)
                .param("chosen", chosen == null ? "" : chosen)
                .query(Offered.class)
                .list();
    }

    public List<Offered> areas() {
        return jdbc.sql("select area as value, area as label from published_area order by area limit :most")
                .param("most", MOST)
                .query(Offered.class)
                .list();
    }

    /** @return the kinds of help, also those that can no longer be requested */
    public List<Offered> helpKinds() {
        return helpKinds.all().stream()
                .map(kind -> new Offered(kind.code(), kind.label()))
                .toList();
    }

    /** @return the places to which practices were or can be referred */
    public List<Offered> referralPlaces() {
        return referralPlaces.all().stream()
                .map(place -> new Offered(place.code(), place.label()))
                .toList();
    }
}
