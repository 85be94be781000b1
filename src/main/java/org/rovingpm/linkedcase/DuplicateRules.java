package org.rovingpm.linkedcase;

import java.util.Set;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.funding.Ledger;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a case can be closed as the duplicate of another. What it holds becomes part of the other one and its links lead there, so
 * both must be of the same practices, and whoever may see the one must be allowed to see the other.
 */
@Component
class DuplicateRules {

    private final JdbcClient jdbc;
    private final CaseLinks links;
    private final Ledger ledger;
    private final HiddenCases hiddenCases;
    private final CaseProcesses processes;

    DuplicateRules(JdbcClient jdbc, CaseLinks links, Ledger ledger, HiddenCases hiddenCases, CaseProcesses processes) {
        this.jdbc = jdbc;
        this.links = links;
        this.ledger = ledger;
        this.hiddenCases = hiddenCases;
        this.processes = processes;
    }

    void refuseUnlessPossible(SupportCase duplicate, SupportCase survivor) {
        refuseUnlessGoingOn(duplicate);
        refuseUnlessGoingOn(survivor);
        refuseIf(
                !Set.copyOf(duplicate.practices()).equals(Set.copyOf(survivor.practices())),
                "Cases %s and %s are not of the same practices, so what one practice wrote would be seen by another: link them as related instead."
                        .formatted(duplicate.reference(), survivor.reference()));
        refuseIf(
                hasDuplicates(duplicate.reference()),
                "Other cases were closed as duplicates of %s: let it go on, and close the other one."
                        .formatted(duplicate.reference()));
        refuseIfSeenByFewer(duplicate.reference(), survivor.reference());
        boolean planned = hasPlanOrMoney(duplicate.reference());
        refuseIf(
                planned && hasPlanOrMoney(survivor.reference()),
                "Cases %s and %s both have a job plan or money already: neither can be closed as a duplicate. Link them as related, and end the support in one of them."
                        .formatted(duplicate.reference(), survivor.reference()));
        refuseIf(
                planned,
                "Case %s has a job plan or money already: let it go on, and close %s as its duplicate."
                        .formatted(duplicate.reference(), survivor.reference()));
        processes.refuseUnlessWaiting(duplicate.reference().value(), SupportCaseProcess.Messages.SUPPORT_WITHDRAWN);
    }

    private static void refuseUnlessGoingOn(SupportCase supportCase) {
        supportCase.refuseUnlessOpen();
        refuseIf(
                supportCase.stage() == CaseStage.CLOSING,
                "Case %s is being closed: link the cases as related or as a follow-up."
                        .formatted(supportCase.reference()));
    }

    private boolean hasDuplicates(CaseReference reference) {
        return jdbc.sql("select exists (select from case_link where to_case = :reference and kind = 'DUPLICATE')")
                .param("reference", reference.value())
                .query(Boolean.class)
                .single();
    }

    private void refuseIfSeenByFewer(CaseReference duplicate, CaseReference survivor) {
        for (CaseReference one : new CaseReference[] {duplicate, survivor}) {
            refuseIf(
                    links.isConfidential(one),
                    "Case %s is confidential, so it cannot become one with a case that others see: link them as related instead."
                            .formatted(one));
        }
        boolean keptOut = jdbc.sql("""
                select exists (
                    select from published_barred(:today) d where d.case_reference = :duplicate
                       and not exists (select from published_barred(:today) s
                                where s.case_reference = :survivor and s.person = d.person))""")
                .param("today", hiddenCases.today())
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .query(Boolean.class)
                .single();
        refuseIf(
                keptOut,
                "Somebody who is kept out of %s sees %s, which would hold what was written there: a service manager has to keep them out of both first."
                        .formatted(duplicate, survivor));
    }

    private boolean hasPlanOrMoney(CaseReference reference) {
        boolean planned = jdbc.sql("""
                select exists (select from published_job_plan where case_reference = :reference and status <> 'REFUSED')""")
                .param("reference", reference.value())
                .query(Boolean.class)
                .single();
        return planned
                || ledger.moneyOf(reference).stream()
                        .anyMatch(money ->
                                money.committed().signum() != 0 || money.spent().signum() != 0);
    }

    private static void refuseIf(boolean so, String sentence) {
        if (so) {
            throw new Refusal("how", sentence);
        }
    }
}
