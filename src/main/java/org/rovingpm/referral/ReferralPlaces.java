package org.rovingpm.referral;

import org.rovingpm.choice.ChoiceList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The places to which practices can be referred, as the scheme has them. */
@Repository
public class ReferralPlaces extends ChoiceList<ReferralPlace> {

    ReferralPlaces(JdbcClient jdbc) {
        super("referralPlaceOptions", ReferralPlace.class, () -> jdbc.sql(
                        "select code, label, in_use from referral_place order by position, code")
                .query((row, number) ->
                        new ReferralPlace(row.getString("code"), row.getString("label"), row.getBoolean("in_use")))
                .list());
    }
}
