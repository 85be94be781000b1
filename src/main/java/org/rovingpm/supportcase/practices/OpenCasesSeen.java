package org.rovingpm.supportcase.practices;

import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/** The open cases of a practice as somebody sees them. The module of hidden cases implements it. */
public interface OpenCasesSeen {

    /**
     * @param person user id
     * @return the open cases of this practice, the latest first, without those that are hidden from the person
     */
    List<CaseReference> of(OdsCode practice, String person);
}
