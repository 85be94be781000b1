package org.rovingpm.casechange.process;

import org.rovingpm.casechange.ChangeCase;
import org.rovingpm.choice.Choice;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/** A practice that may leave an open case, because it is not the one that leads it. */
final class FurtherPractice extends Choice {

    FurtherPractice(String reference, String code, String name) {
        super(
                ChangeCase.leaving(new CaseReference(reference), new OdsCode(code)),
                "%s (%s)".formatted(name, reference),
                true);
    }
}
