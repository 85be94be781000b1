package org.rovingpm.supportcase.practices;

import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;

/** Something that goes on in a case with exactly the practices that it has, such as the approval of its plan by each of them. */
public interface PracticesFixed {

    /** @return why no practice can join or leave the case now, as a sentence; empty if one can */
    Optional<String> why(CaseReference reference);
}
