package org.rovingpm.answer;

import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;

/** Which case goes on in place of one that was closed as its duplicate. The module of linked cases implements it. */
public interface JoinedCases {

    /** @return the case to which the links of this one lead now; empty where this one is its own */
    Optional<CaseReference> survivorOf(CaseReference reference);
}
