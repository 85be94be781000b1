package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Map;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.practices.InvitedPractice;
import org.rovingpm.supportcase.practices.InvitedPractices;
import org.springframework.stereotype.Component;

/** The practices of a case as its page and its panel name them. */
@Component
class PracticePart {

    private final CasePractices casePractices;
    private final Practices practices;
    private final InvitedPractices invitedPractices;

    PracticePart(CasePractices casePractices, Practices practices, InvitedPractices invitedPractices) {
        this.invitedPractices = invitedPractices;
        this.casePractices = casePractices;
        this.practices = practices;
    }

    /**
     * A practice of the case.
     *
     * @param leads   whether it is the one of the request
     * @param contact whom to speak to there
     */
    record Shown(Practice practice, boolean leads, Contact contact) {}

    /** A practice that another one named in the request, and what it answered. */
    record Invited(String name, InvitedPractice invitation) {}

    /** @return those that are not of the case, because they have not answered or do not take part */
    List<Invited> invited(CaseReference reference) {
        return invitedPractices.of(reference).stream()
                .filter(one -> !Boolean.TRUE.equals(one.joined()))
                .map(one -> new Invited(practices.nameOf(one.code()), one))
                .toList();
    }

    /** @return all of them, the leading one first */
    List<Shown> of(CaseReference reference) {
        List<CasePractice> all = casePractices.of(reference);
        Map<OdsCode, Practice> known =
                practices.findAll(all.stream().map(CasePractice::code).toList());
        return all.stream()
                .map(one -> new Shown(known.get(one.code()), one.leads(), one.contact()))
                .toList();
    }
}
